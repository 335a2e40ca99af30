namespace Dateline.Dashboard.Clients;

/// <summary>What the pages ask of the archive about saved searches and their webhooks.</summary>
public sealed class SavedSearchClient(RestConnection rest)
{
    public Task<SavedSearchList> ListAsync(CancellationToken cancellationToken) =>
        rest.GetAsync<SavedSearchList>(Service.Storage, "v1/searches", cancellationToken);

    public Task<SavedSearch> FindAsync(Guid id, CancellationToken cancellationToken) =>
        rest.GetAsync<SavedSearch>(Service.Storage, $"v1/searches/{id}", cancellationToken);

    public Task<SavedSearch> AddAsync(string name, string query, CancellationToken cancellationToken) =>
        rest.PostAsync<SavedSearch>(Service.Storage, "v1/searches", new { name, query }, cancellationToken);

    public Task<SavedSearch> ChangeAsync(Guid id, string name, string query, CancellationToken cancellationToken) =>
        rest.PutAsync<SavedSearch>(Service.Storage, $"v1/searches/{id}", new { name, query }, cancellationToken);

    public Task RemoveAsync(Guid id, CancellationToken cancellationToken) =>
        rest.DeleteAsync(Service.Storage, $"v1/searches/{id}", cancellationToken);

    /// <summary>Gives its feeds a new open address; the one before leads nowhere from then on.</summary>
    public Task<SavedSearch> RenewFeedsAsync(Guid id, CancellationToken cancellationToken) =>
        rest.PostAsync<SavedSearch>(Service.Storage, $"v1/searches/{id}/feed-address", null, cancellationToken);

    public Task RevokeFeedsAsync(Guid id, CancellationToken cancellationToken) =>
        rest.DeleteAsync(Service.Storage, $"v1/searches/{id}/feed-address", cancellationToken);

    public Task<WebhookList> WebhooksAsync(Guid search, CancellationToken cancellationToken) =>
        rest.GetAsync<WebhookList>(Service.Storage, $"v1/searches/{search}/webhooks", cancellationToken);

    public Task<Webhook> AddWebhookAsync(Guid search, string url, CancellationToken cancellationToken) =>
        rest.PostAsync<Webhook>(Service.Storage, $"v1/searches/{search}/webhooks", new { url }, cancellationToken);

    public Task RemoveWebhookAsync(Guid search, Guid webhook, CancellationToken cancellationToken) =>
        rest.DeleteAsync(Service.Storage, $"v1/searches/{search}/webhooks/{webhook}", cancellationToken);

    public Task<WebhookLog> DeliveriesAsync(Guid search, Guid webhook, CancellationToken cancellationToken) =>
        rest.GetAsync<WebhookLog>(Service.Storage, $"v1/searches/{search}/webhooks/{webhook}/deliveries", cancellationToken);

    /// <param name="delivery">Null for all that was given up.</param>
    public Task<ReplayedDeliveries> ReplayAsync(Guid search, Guid webhook, Guid? delivery, CancellationToken cancellationToken) =>
        rest.PostAsync<ReplayedDeliveries>(
            Service.Storage, $"v1/searches/{search}/webhooks/{webhook}{(delivery is { } one ? $"/deliveries/{one}" : "")}/replay", null, cancellationToken);
}
