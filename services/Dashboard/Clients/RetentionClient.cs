namespace Dateline.Dashboard.Clients;

/// <summary>What the pages ask of the archive about keeping articles for a time and taking them out.</summary>
public sealed class RetentionClient(RestConnection rest)
{
    public Task<RetentionList> RulesAsync(CancellationToken cancellationToken) =>
        rest.GetAsync<RetentionList>(Service.Storage, "v1/retention", cancellationToken);

    public Task<RetentionRule> AddAsync(Guid? sourceId, string? tag, int days, CancellationToken cancellationToken) =>
        rest.PostAsync<RetentionRule>(Service.Storage, "v1/retention", new { sourceId, tag, days }, cancellationToken);

    public Task DropAsync(Guid id, CancellationToken cancellationToken) =>
        rest.DeleteAsync(Service.Storage, $"v1/retention/{id}", cancellationToken);

    public Task<RemovalLog> RemovalsAsync(CancellationToken cancellationToken) =>
        rest.GetAsync<RemovalLog>(Service.Storage, "v1/removals", cancellationToken);

    public Task<Removal> RemoveArticleAsync(Guid id, string reason, CancellationToken cancellationToken) =>
        rest.DeleteAsync<Removal>(Service.Storage, Query.Of($"v1/articles/{id}", ("reason", reason)), cancellationToken);

    public Task<Removal> RemoveAddressAsync(string url, string reason, CancellationToken cancellationToken) =>
        rest.DeleteAsync<Removal>(Service.Storage, Query.Of("v1/articles", ("url", url), ("reason", reason)), cancellationToken);

    public Task<Removal> RemoveSourceAsync(Guid source, string reason, CancellationToken cancellationToken) =>
        rest.DeleteAsync<Removal>(Service.Storage, Query.Of("v1/articles", ("source", source.ToString()), ("reason", reason)), cancellationToken);
}
