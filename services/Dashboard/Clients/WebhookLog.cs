namespace Dateline.Dashboard.Clients;

/// <summary>The newest deliveries of a webhook.</summary>
public sealed record WebhookLog(IReadOnlyList<WebhookDelivery> Items);
