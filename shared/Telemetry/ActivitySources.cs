using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Dateline.Telemetry;

/// <summary>The activity sources and meters of the line: <c>Dateline.Fetcher</c>, <c>Dateline.Parser</c> and so on.</summary>
public static class ActivitySources
{
    /// <summary>All of them, for subscribing.</summary>
    public const string All = "Dateline.*";

    public static readonly ActivitySource Fetcher = new("Dateline.Fetcher");
    public static readonly ActivitySource Parser = new("Dateline.Parser");
    public static readonly ActivitySource Enricher = new("Dateline.Enricher");
    public static readonly ActivitySource Storage = new("Dateline.Storage");

    internal static readonly Meter Line = new("Dateline.Line");
}
