namespace Dateline.Dashboard.Clients;

/// <summary>Articles like another one, the most alike first.</summary>
public sealed record SimilarList(IReadOnlyList<SimilarArticle> Items);
