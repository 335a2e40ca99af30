using System.Globalization;

namespace Dateline.Benchmarks;

/// <summary>Medians and numbers as the tables write them.</summary>
internal static class Figures
{
    public static double Median(IEnumerable<double> values) => Percentile(values, 0.5);

    /// <summary>Interpolated between the two values it falls between.</summary>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        var rank = share * (sorted.Length - 1);
        var below = (int)rank;
        return sorted[below] + ((rank - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }

    /// <summary>The median with the range it comes from.</summary>
    public static string Ratios(IEnumerable<double> values)
    {
        var all = values.ToList();
        return $"{Text(Median(all))} ({Text(all.Min())}–{Text(all.Max())})";
    }

    public static string Text(double value, string format = "0.00") => value.ToString(format, CultureInfo.InvariantCulture);
}
