namespace Dateline.Dashboard.Clients;

/// <summary>An address that is told of a saved search's matches.</summary>
/// <param name="Secret">Verifies deliveries; said once, when the webhook is made.</param>
public sealed record Webhook(Guid Id, string Url, bool Enabled, string? DisabledReason, DateTimeOffset CreatedAt, string? Secret);
