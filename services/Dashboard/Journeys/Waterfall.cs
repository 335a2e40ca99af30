using Dateline.Dashboard.Clients;

namespace Dateline.Dashboard.Journeys;

/// <summary>A document's journey laid out as bars over time: for each hop the wait before it and the work itself.</summary>
/// <param name="TotalMs">From the start of the first hop to the end of the last.</param>
/// <param name="WorkMs">The time that stages worked; the rest was waiting.</param>
/// <param name="Rows">One for each hop, in the order they were made.</param>
/// <param name="Ticks">Round marks for the axis.</param>
public sealed record Waterfall(double TotalMs, double WorkMs, IReadOnlyList<WaterfallRow> Rows, IReadOnlyList<WaterfallTick> Ticks)
{
    /// <summary>A hop of microseconds within minutes is still to be seen.</summary>
    private const double LeastWidth = 0.6;

    private const int MostTicks = 5;

    /// <summary>A mark's label stands to its right and needs room.</summary>
    private const double LastTick = 0.9;

    public static Waterfall Of(IReadOnlyList<Hop> hops)
    {
        if (hops.Count == 0)
            return new Waterfall(0, 0, [], []);

        var origin = hops.Min(hop => hop.StartedAt);
        var total = hops.Max(hop => End(hop, origin));
        var scale = total > 0 ? 100 / total : 0;
        var rows = new List<WaterfallRow>(hops.Count);
        double? previous = null;
        foreach (var hop in hops)
        {
            var start = (hop.StartedAt - origin).TotalMilliseconds;
            // Clocks of two machines differ: a hop that seems to start before the last one ended did not wait.
            var wait = Math.Max(0, start - (previous ?? start));
            var width = Math.Clamp(hop.DurationMs * scale, LeastWidth, 100);
            var left = Math.Min(start * scale, 100 - width);
            rows.Add(new WaterfallRow(hop, start, wait, Math.Max(0, left - wait * scale), Math.Min(wait * scale, left), left, width));
            previous = Math.Max(previous ?? 0, End(hop, origin));
        }

        return new Waterfall(total, hops.Sum(hop => hop.DurationMs), rows, [.. TicksOf(total)]);
    }

    private static double End(Hop hop, DateTimeOffset origin) => (hop.StartedAt - origin).TotalMilliseconds + hop.DurationMs;

    private static IEnumerable<WaterfallTick> TicksOf(double total)
    {
        if (total <= 0)
            yield break;
        var step = RoundStep(total / MostTicks);
        for (var i = 0; i * step <= total * LastTick; i++)
            yield return new WaterfallTick(i * step, i * step / total * 100);
    }

    /// <summary>The next of 1, 2, 5, 10, 20, 50 … that is not less.</summary>
    private static double RoundStep(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 5])
        {
            if (factor * power >= least)
                return factor * power;
        }

        return 10 * power;
    }
}
