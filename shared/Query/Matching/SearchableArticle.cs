namespace Dateline.Query.Matching;

/// <summary>What of an article can be searched.</summary>
public sealed record SearchableArticle
{
    public string Title { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>Primary subtag, lower case; decides on the stemming.</summary>
    public string Language { get; init; } = "und";

    public Guid? SourceId { get; init; }

    public string? SourceTitle { get; init; }

    public string? SiteName { get; init; }

    public string? Host { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Canonical names and the names as written.</summary>
    public IReadOnlyList<string> Entities { get; init; } = [];

    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Codes and labels.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The story it is in, and those that were merged into that one. Empty until it is stored.</summary>
    public IReadOnlyList<Guid> Stories { get; init; } = [];

    /// <summary>Members of <see cref="Syntax.QueryField.Parts"/>.</summary>
    public IReadOnlyList<string> Has { get; init; } = [];

    /// <summary>UTC.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>UTC, when its first revision was stored.</summary>
    public DateTime StoredAt { get; init; }
}
