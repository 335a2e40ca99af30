namespace Dateline.Storage.Delivery;

/// <summary>The webhooks of a saved search.</summary>
public sealed record WebhookList(IReadOnlyList<Webhook> Items);
