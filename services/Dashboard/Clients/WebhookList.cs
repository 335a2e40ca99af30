namespace Dateline.Dashboard.Clients;

/// <summary>The webhooks of a saved search.</summary>
public sealed record WebhookList(IReadOnlyList<Webhook> Items);
