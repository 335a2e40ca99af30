using Dateline.Contracts;

namespace Dateline.Parser;

/// <summary>What a format's reader found in a document, before evidence is weighed and gaps are filled.</summary>
internal sealed class Draft
{
    public string? Title { get; set; }

    public List<string> Authors { get; init; } = [];

    /// <summary>Those of the authors that are no people.</summary>
    public List<string> Organisations { get; init; } = [];

    /// <summary>The authors stand in the byline only: nothing declares them to machines.</summary>
    public bool AuthorsShown { get; set; }

    /// <summary>How many of a page's titles say what the chosen one says; 0 for formats with a single title.</summary>
    public int TitleAgreement { get; set; }

    public List<DateEvidence> Published { get; init; } = [];

    public List<DateEvidence> Modified { get; init; } = [];

    /// <summary>Where the document keeps it apart from the text; null: it may stand in the text.</summary>
    public Contracts.Dateline? Dateline { get; set; }

    public List<Block> Blocks { get; init; } = [];

    public string? Image { get; set; }

    public string? CanonicalUrl { get; set; }

    public string? SiteName { get; set; }

    public string? Section { get; set; }

    public UsageTerms? Terms { get; set; }

    /// <summary>What a saved page keeps of the answer it came with; null: it keeps nothing.</summary>
    public ResponseFacts? Response { get; set; }

    public List<string> Tags { get; init; } = [];

    public string? Language { get; set; }

    public double Confidence { get; set; } = 1;

    public List<string> Warnings { get; init; } = [];
}
