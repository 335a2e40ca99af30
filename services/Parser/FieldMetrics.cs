using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Dateline.Contracts;

namespace Dateline.Parser;

/// <summary>
/// Counts by source which fields were found in its articles. A source whose authors or dates are missing from one day to the
/// next has been redesigned, or the parser no longer understands it.
/// </summary>
internal static class FieldMetrics
{
    /// <summary>Every source is a time series of its own for each field: those beyond are counted together.</summary>
    private const int MaxSources = 500;

    private static readonly Meter Meter = new("Dateline.Parser");

    private static readonly Counter<long> Fields = Meter.CreateCounter<long>("dateline.parser.fields", "{article}", "Articles by source, field, and whether the field was found.");

    private static readonly ConcurrentDictionary<string, byte> Sources = new(StringComparer.Ordinal);

    public static void Count(string? source, Article article)
    {
        var label = Label(source);
        Count(label, "title", !article.TitleDerived);
        Count(label, "authors", article.Authors.Count > 0);
        Count(label, "published", article.Published is not null);
        Count(label, "image", article.Image is not null);
        Count(label, "section", article.Section is not null);
    }

    private static void Count(string source, string field, bool found) => Fields.Add(1, new TagList
    {
        { "source", source },
        { "field", field },
        { "outcome", found ? "found" : "missing" },
    });

    private static string Label(string? source) =>
        string.IsNullOrWhiteSpace(source) ? "none" : Sources.ContainsKey(source) || (Sources.Count < MaxSources && Sources.TryAdd(source, 0)) ? source : "other";
}
