using System.Globalization;

namespace Dateline.Dashboard.Clients;

/// <summary>What the pages ask of the archive.</summary>
public sealed class StorageClient(RestConnection rest)
{
    /// <summary>On the pages copies are collapsed unless somebody wants all; over REST it is the other way round.</summary>
    public Task<ArticlePage> SearchAsync(ArticleSearch search, string? cursor, int? limit, CancellationToken cancellationToken) =>
        rest.GetAsync<ArticlePage>(
            Service.Storage,
            (search with { Collapse = search.Collapse ?? "copies" }).ToAddress("v1/articles", ("limit", limit?.ToString(CultureInfo.InvariantCulture)), ("cursor", cursor)),
            cancellationToken);

    public Task<FacetList> FacetsAsync(ArticleSearch search, CancellationToken cancellationToken) =>
        rest.GetAsync<FacetList>(
            Service.Storage, search.ToCountAddress("v1/facets", ("fields", "source,site,language,topic,country,entity,keyword,author,tag"), ("top", "8")), cancellationToken);

    public Task<Timeline> TimelineAsync(ArticleSearch search, string interval, CancellationToken cancellationToken) =>
        rest.GetAsync<Timeline>(Service.Storage, search.ToCountAddress("v1/timeline", ("interval", interval)), cancellationToken);

    public Task<Article> ArticleAsync(Guid id, CancellationToken cancellationToken) =>
        rest.GetAsync<Article>(Service.Storage, $"v1/articles/{id}", cancellationToken);

    public Task<RevisionList> RevisionsAsync(Guid id, CancellationToken cancellationToken) =>
        rest.GetAsync<RevisionList>(Service.Storage, $"v1/articles/{id}/revisions", cancellationToken);

    /// <summary>The revision that was current at a moment; none when the article was not stored yet.</summary>
    public Task<RevisionList> RevisionAtAsync(Guid id, DateTimeOffset at, CancellationToken cancellationToken) =>
        rest.GetAsync<RevisionList>(
            Service.Storage, Query.Of($"v1/articles/{id}/revisions", ("at", at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))), cancellationToken);

    public Task<SimilarList> SimilarAsync(Guid id, CancellationToken cancellationToken) =>
        rest.GetAsync<SimilarList>(Service.Storage, $"v1/articles/{id}/similar?limit=50", cancellationToken);

    /// <param name="original">Null when the article is no copy.</param>
    public Task DecideOriginalAsync(Guid id, Guid? original, CancellationToken cancellationToken) =>
        rest.PutAsync(Service.Storage, $"v1/articles/{id}/original", new { original }, cancellationToken);
}
