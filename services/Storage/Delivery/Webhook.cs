using Dateline.Storage.Data;

namespace Dateline.Storage.Delivery;

/// <summary>An address that is told of a saved search's matches.</summary>
public sealed record Webhook
{
    public required Guid Id { get; init; }

    public required Guid SearchId { get; init; }

    public required string Url { get; init; }

    public required bool Enabled { get; init; }

    /// <summary>Why it is not enabled.</summary>
    public string? DisabledReason { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Verifies deliveries; shown once, when the webhook is made.</summary>
    public string? Secret { get; init; }

    internal static Webhook Of(WebhookRow row) => new()
    {
        Id = row.Id,
        SearchId = row.SearchId,
        Url = row.Url,
        Enabled = row.Enabled,
        DisabledReason = row.DisabledReason,
        CreatedAt = row.CreatedAt,
    };
}
