using System.Globalization;

namespace Dateline.Dashboard.Text;

/// <summary>Writes numbers the way people read them.</summary>
public static class Quantity
{
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>As in "1 article" and "1,200 articles".</summary>
    public static string Of(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>Three digits at most and the unit that fits.</summary>
    public static string Duration(double milliseconds) => milliseconds switch
    {
        < 0.05 => "0 ms",
        < 9.95 => Format(milliseconds, "0.0", "ms"),
        < 999.5 => Format(milliseconds, "0", "ms"),
        < 9_950 => Format(milliseconds / 1000, "0.0", "s"),
        < 59_500 => Format(milliseconds / 1000, "0", "s"),
        < 3_570_000 => Format(milliseconds / 60_000, "0", "min"),
        < 86_400_000 => Format(milliseconds / 3_600_000, "0.0", "h"),
        _ => Format(milliseconds / 86_400_000, "0.0", "days"),
    };

    public static string Bytes(long bytes) => bytes switch
    {
        1 => "1 byte",
        < 1000 => Format(bytes, "0", "bytes"),
        < 1_000_000 => Format(bytes / 1e3, "0.#", "kB"),
        < 1_000_000_000 => Format(bytes / 1e6, "0.#", "MB"),
        _ => Format(bytes / 1e9, "0.#", "GB"),
    };

    private static string Format(double value, string format, string unit) =>
        $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}";
}
