namespace Dateline.Contracts;

/// <summary>
/// An article was recognised in a document. Published by the Parser; consumed by the Enricher.
/// </summary>
public sealed record ArticleParsed
{
    public required DocumentRef Document { get; init; }

    public required Article Article { get; init; }

    public required Journey Journey { get; init; }
}
