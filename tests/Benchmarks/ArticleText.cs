namespace Dateline.Benchmarks;

/// <summary>What an article says, before a format wraps it.</summary>
internal sealed record ArticleText(
    int Number, string Title, string Author, string Place, DateTimeOffset Published, string SubHeading, string Caption, IReadOnlyList<string> Paragraphs);
