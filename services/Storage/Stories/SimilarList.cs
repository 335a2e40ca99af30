namespace Dateline.Storage.Stories;

/// <summary>Articles like another one, the most alike first.</summary>
public sealed record SimilarList(Guid ArticleId, IReadOnlyList<SimilarArticle> Items);
