namespace Dateline.Storage.Articles;

/// <summary>What a revision consists of.</summary>
internal sealed record StoredContent(
    Guid ArticleId, string? Title, string Text, IReadOnlyList<string> Authors, DateTime? PublishedAt, string? PublishedPrecision);
