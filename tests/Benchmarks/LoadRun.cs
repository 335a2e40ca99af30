namespace Dateline.Benchmarks;

/// <summary>What a number of articles cost.</summary>
/// <param name="Rate">Articles a second, from the first post to the last settled.</param>
/// <param name="Cpu">Milliseconds of processor time an article, by process.</param>
internal sealed record LoadRun(double Rate, IReadOnlyDictionary<string, double> Cpu)
{
    public double TotalCpu => Cpu.Values.Sum();
}
