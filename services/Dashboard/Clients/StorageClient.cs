namespace Dateline.Dashboard.Clients;

/// <summary>What the pages ask of the archive.</summary>
public sealed class StorageClient(RestConnection rest)
{
    public Task<Page<Article>> SearchAsync(ArticleSearch search, string? cursor, CancellationToken cancellationToken) =>
        rest.GetAsync<Page<Article>>(Service.Storage, search.ToAddress("v1/articles", ("cursor", cursor)), cancellationToken);

    public Task<Article> ArticleAsync(Guid id, CancellationToken cancellationToken) =>
        rest.GetAsync<Article>(Service.Storage, $"v1/articles/{id}", cancellationToken);

    public Task<RevisionList> RevisionsAsync(Guid id, CancellationToken cancellationToken) =>
        rest.GetAsync<RevisionList>(Service.Storage, $"v1/articles/{id}/revisions", cancellationToken);
}
