using System.Diagnostics;
using System.Diagnostics.Metrics;
using Dateline.Contracts;

namespace Dateline.Telemetry;

/// <summary>
/// The figures of the line. Labels come from closed lists: never an address, an id or a source.
/// </summary>
public static class LineMetrics
{
    private static readonly double[] StageSeconds = [.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30];
    private static readonly double[] LatencySeconds = [.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600];
    private static readonly double[] FreshnessSeconds = [1, 10, 60, 300, 900, 1800, 3600, 7200, 14400, 43200, 86400, 604800];

    private static readonly Counter<long> Documents = ActivitySources.Line.CreateCounter<long>(
        "dateline.documents", "{document}", "Documents by stage and what became of them there.");

    private static readonly Histogram<double> Duration = ActivitySources.Line.CreateHistogram(
        "dateline.stage.duration", "s", "Time a stage spent on one document.", advice: Buckets(StageSeconds));

    private static readonly Histogram<double> Latency = ActivitySources.Line.CreateHistogram(
        "dateline.pipeline.latency", "s", "From accepted to queryable.", advice: Buckets(LatencySeconds));

    private static readonly Histogram<double> Freshness = ActivitySources.Line.CreateHistogram(
        "dateline.freshness", "s", "From published to queryable.", advice: Buckets(FreshnessSeconds));

    /// <summary>Counts a document at a stage: passed, rejected, faulted, or a fate.</summary>
    public static void Count(Stage stage, string outcome, string reason = "") => Documents.Add(1, new TagList
    {
        { "stage", WireEnumConverter<Stage>.Name(stage) },
        { "outcome", outcome },
        { "reason", reason },
    });

    public static void Took(Stage stage, TimeSpan duration) =>
        Duration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("stage", WireEnumConverter<Stage>.Name(stage)));

    /// <summary>An article became queryable. A publication date in the future says nothing about freshness.</summary>
    public static void Queryable(DateTimeOffset now, DateTimeOffset acceptedAt, DateTimeOffset? publishedAt)
    {
        Latency.Record(Math.Max(0, (now - acceptedAt).TotalSeconds));
        if (publishedAt is { } published && published <= now)
            Freshness.Record((now - published).TotalSeconds);
    }

    /// <summary>Gauges whose values live in the ledger: how many documents are in flight and in quarantine.</summary>
    public static void Observe(Func<long> inFlight, Func<long> quarantined)
    {
        ActivitySources.Line.CreateObservableGauge("dateline.in_flight", inFlight, "{document}", "Accepted and not settled.");
        ActivitySources.Line.CreateObservableGauge("dateline.quarantine", quarantined, "{document}", "Put aside after a fault.");
    }

    private static InstrumentAdvice<double> Buckets(double[] bounds) => new() { HistogramBucketBoundaries = bounds };
}
