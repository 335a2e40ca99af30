using Dateline.Contracts;

namespace Dateline.Fetcher.Ledger;

/// <summary>How a stage did on the most recently settled documents.</summary>
/// <param name="Documents">How many of them passed it.</param>
/// <param name="P50Ms">Median time spent in the stage.</param>
/// <param name="P95Ms">95th percentile.</param>
/// <param name="WaitP50Ms">Median wait before it, since the end of the stage before.</param>
public sealed record StageView(Stage Stage, int Documents, double P50Ms, double P95Ms, double WaitP50Ms)
{
    /// <summary>From the journeys of settled documents.</summary>
    public static IReadOnlyList<StageView> From(IReadOnlyList<Journey> journeys) =>
    [
        .. journeys
            .SelectMany(journey => journey.Hops.Select((hop, i) => (hop, wait: Wait(journey.Hops, i))))
            .GroupBy(pair => pair.hop.Stage)
            .OrderBy(stage => stage.Key)
            .Select(stage => new StageView(
                stage.Key,
                stage.Count(),
                Percentile([.. stage.Select(pair => pair.hop.DurationMs).Order()], 0.50),
                Percentile([.. stage.Select(pair => pair.hop.DurationMs).Order()], 0.95),
                Percentile([.. stage.Select(pair => pair.wait).Order()], 0.50))),
    ];

    private static double Wait(IReadOnlyList<Hop> hops, int i) =>
        i == 0 ? 0 : Math.Max(0, (hops[i].StartedAt - hops[i - 1].StartedAt).TotalMilliseconds - hops[i - 1].DurationMs);

    private static double Percentile(double[] sorted, double share) =>
        Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))], 3);
}
