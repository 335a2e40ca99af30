namespace Dateline.Contracts;

/// <summary>
/// It is known what an article is about. Published by the Enricher; consumed by Storage.
/// </summary>
public sealed record ArticleEnriched
{
    public required DocumentRef Document { get; init; }

    public required Article Article { get; init; }

    public required Enrichment Enrichment { get; init; }

    public required Journey Journey { get; init; }
}
