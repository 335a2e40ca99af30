namespace Dateline.Parser.Body;

/// <summary>What a page's metadata says about its text: evidence of which passages belong to the article, not text itself.</summary>
internal sealed record PageHints(string? Title, string? Description, string? ArticleBody);
