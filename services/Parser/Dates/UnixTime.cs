using System.Text.Json;
using Dateline.Contracts;

namespace Dateline.Parser.Dates;

/// <summary>Reads seconds or milliseconds since 1970, as JSON of databases gives them.</summary>
internal static class UnixTime
{
    /// <summary>1990: a smaller number is a counter or a year.</summary>
    private const long MinSeconds = 631_152_000;

    /// <summary>2100.</summary>
    private const long MaxSeconds = 4_102_444_800;

    public static ParsedDate? Read(JsonElement value)
    {
        if (!value.TryGetInt64(out var number))
            return null;

        var seconds = number > MaxSeconds ? number / 1000 : number;
        return seconds is >= MinSeconds and <= MaxSeconds
            ? new ParsedDate(DateTimeOffset.FromUnixTimeSeconds(seconds), DatePrecision.Second, ZoneKnown: true)
            : null;
    }
}
