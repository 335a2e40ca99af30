namespace Dateline.Dashboard.Clients;

/// <summary>What is looked for in the archive. Its query string is the page's own, so that links work.</summary>
public sealed record ArticleSearch
{
    public string? Words { get; init; }

    public string? Language { get; init; }

    public string? Source { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>Null for newest, else oldest or relevance.</summary>
    public string? Sort { get; init; }

    /// <summary>What is shown of copies: null for the first of each, else none (all of them) or story (one of each story).</summary>
    public string? Collapse { get; init; }

    public bool IsEmpty => this with { Sort = null, Collapse = null } == new ArticleSearch();

    /// <summary>Whether more than words chooses the articles.</summary>
    public bool IsFiltered => this with { Words = null, Sort = null, Collapse = null } != new ArticleSearch();

    /// <summary>An address with the search in its query string.</summary>
    public string ToAddress(string path, params IEnumerable<(string Name, string? Value)> more) =>
        Query.Of(path, [.. Choice, ("sort", Sort), ("collapse", Collapse), .. more]);

    /// <summary>The same for requests that count articles: they have no order.</summary>
    public string ToCountAddress(string path, params IEnumerable<(string Name, string? Value)> more) => Query.Of(path, [.. Choice, .. more]);

    private (string Name, string? Value)[] Choice => [("q", Words), ("language", Language), ("source", Source), ("from", From), ("to", To)];
}
