namespace Dateline.Contracts;

/// <summary>The text that was recognised in a document, with what is known about it and how well.</summary>
public sealed record Article
{
    public string? Title { get; init; }

    /// <summary>True when the document names no title and one was made from its first sentence.</summary>
    public bool TitleDerived { get; init; }

    /// <summary>One name each, without "By".</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Those of <see cref="Authors"/> that are agencies, desks or companies and no people.</summary>
    public IReadOnlyList<string> OrganisationAuthors { get; init; } = [];

    public DateEvidence? Published { get; init; }

    public DateEvidence? Modified { get; init; }

    /// <summary>Every date that was considered, best first, the chosen ones included.</summary>
    public IReadOnlyList<DateEvidence> DateCandidates { get; init; } = [];

    public Dateline? Dateline { get; init; }

    /// <summary>The body in reading order. <see cref="Text"/> is made of it.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Absolute address of the lead image.</summary>
    public string? Image { get; init; }

    public string? CanonicalUrl { get; init; }

    public string? SiteName { get; init; }

    /// <summary>The part of the site or paper that the article stands in, as the publisher calls it.</summary>
    public string? Section { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The language the document claims, BCP 47; detection belongs to the enricher.</summary>
    public string? DeclaredLanguage { get; init; }

    /// <summary>Null where the document declares nothing.</summary>
    public UsageTerms? Terms { get; init; }

    /// <summary>Null in messages of parsers before 1.2.</summary>
    public FieldConfidence? FieldConfidence { get; init; }

    /// <summary>How sure the parser is of the body, 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>What was unusual, for people.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The parser's version, for replays of what is out of date.</summary>
    public required string ParserVersion { get; init; }

    /// <summary>
    /// All blocks, with an empty line between two. Offsets of mentions count UTF-16 code units in it. It is
    /// made anew from the blocks on each side and does not travel.
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Text => string.Join("\n\n", Blocks.Select(block => block.Text));
}
