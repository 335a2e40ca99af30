namespace Dateline.Dashboard.Clients;

/// <summary>What is looked for in the archive. Its query string is the page's own, so that links work.</summary>
public sealed record ArticleSearch
{
    public string? Words { get; init; }

    public string? Language { get; init; }

    public string? Source { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public bool IsEmpty => this == new ArticleSearch();

    /// <summary>An address with the search in its query string.</summary>
    public string ToAddress(string path, params IEnumerable<(string Name, string? Value)> more) =>
        Query.Of(path, [("q", Words), ("language", Language), ("source", Source), ("from", From), ("to", To), .. more]);
}
