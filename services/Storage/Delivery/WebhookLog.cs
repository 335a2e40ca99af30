namespace Dateline.Storage.Delivery;

/// <summary>The newest deliveries of a webhook.</summary>
public sealed record WebhookLog(IReadOnlyList<WebhookDelivery> Items);
