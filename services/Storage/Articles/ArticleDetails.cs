using Dateline.Contracts;

namespace Dateline.Storage.Articles;

/// <summary>What the parser found out about an article beyond what is searched: kept as one JSON column.</summary>
public sealed record ArticleDetails
{
    public Contracts.Dateline? Dateline { get; init; }

    public DateEvidence? Published { get; init; }

    public DateEvidence? Modified { get; init; }

    public IReadOnlyList<DateEvidence> DateCandidates { get; init; } = [];

    public string? DeclaredLanguage { get; init; }

    public IReadOnlyList<string> OrganisationAuthors { get; init; } = [];

    public string? Section { get; init; }

    public UsageTerms? Terms { get; init; }

    public FieldConfidence? FieldConfidence { get; init; }

    public double Confidence { get; init; } = 1;

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public string? FileName { get; init; }

    public static ArticleDetails Of(ArticleEnriched message) => new()
    {
        Dateline = message.Article.Dateline,
        Published = message.Article.Published,
        Modified = message.Article.Modified,
        DateCandidates = message.Article.DateCandidates,
        DeclaredLanguage = message.Article.DeclaredLanguage,
        OrganisationAuthors = message.Article.OrganisationAuthors,
        Section = message.Article.Section,
        Terms = message.Article.Terms,
        FieldConfidence = message.Article.FieldConfidence,
        Confidence = message.Article.Confidence,
        Warnings = message.Article.Warnings,
        FileName = message.Document.FileName,
    };
}
