using System.Globalization;

namespace Dateline.Benchmarks;

/// <summary>Medians and numbers as the tables write them.</summary>
internal static class Figures
{
    public static double Median(IEnumerable<double> values) => Percentile(values, 0.5);

    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    public static string Text(double value, string format = "0.00") => value.ToString(format, CultureInfo.InvariantCulture);
}
