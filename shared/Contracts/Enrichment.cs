namespace Dateline.Contracts;

/// <summary>What an article is about, as far as the enricher can tell.</summary>
public sealed record Enrichment
{
    /// <summary>ISO 639-1 where there is one, else 639-3; "und" when it cannot be told.</summary>
    public required string Language { get; init; }

    /// <summary>0 to 1.</summary>
    public double LanguageConfidence { get; init; }

    public IReadOnlyList<Entity> Entities { get; init; } = [];

    public IReadOnlyList<Place> Places { get; init; } = [];

    public IReadOnlyList<Keyword> Keywords { get; init; } = [];

    public IReadOnlyList<Topic> Topics { get; init; } = [];

    public string? Summary { get; init; }

    public IReadOnlyList<Quote> Quotes { get; init; } = [];

    /// <summary>-1 to 1; null when it was not measured.</summary>
    public double? Sentiment { get; init; }

    public required ReadingStatistics Reading { get; init; }

    public required Fingerprints Fingerprints { get; init; }

    /// <summary>The enricher's version, for replays of what is out of date.</summary>
    public required string EnricherVersion { get; init; }
}
