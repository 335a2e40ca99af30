namespace Dateline.Benchmarks.Archives.Loading;

/// <summary>Chance that is the same on every run: SplitMix64, begun from what is to be decided.</summary>
internal struct Dice(long about, int purpose)
{
    private ulong state = Mix((ulong)about * 0x9E3779B97F4A7C15 + (ulong)purpose);

    /// <summary>0 to 1, 1 never.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>0 to the given number, which never comes.</summary>
    public int Below(int count) => (int)(Share() * count);

    /// <summary>Spread as a normal distribution with mean 0 and deviation 1 (Box and Muller 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());

    public ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
}
