using Dateline.Storage.Data;

namespace Dateline.Storage.Delivery;

/// <summary>A line of a webhook's log.</summary>
public sealed record WebhookDelivery
{
    public required Guid Id { get; init; }

    public required Guid ArticleId { get; init; }

    /// <summary>waiting, delivered or given-up.</summary>
    public required string State { get; init; }

    public required int Attempts { get; init; }

    public DateTime? NextAttemptAt { get; init; }

    public DateTime? LastAttemptAt { get; init; }

    public DateTime? DeliveredAt { get; init; }

    /// <summary>HTTP status of the last attempt.</summary>
    public int? LastStatus { get; init; }

    public string? LastError { get; init; }

    public required DateTime CreatedAt { get; init; }

    internal static WebhookDelivery Of(DeliveryRow row) => new()
    {
        Id = row.Id,
        ArticleId = row.ArticleId,
        State = row.NextAttemptAt is not null ? "waiting" : row.DeliveredAt is not null ? "delivered" : "given-up",
        Attempts = row.Attempts,
        NextAttemptAt = row.NextAttemptAt,
        LastAttemptAt = row.LastAttemptAt,
        DeliveredAt = row.DeliveredAt,
        LastStatus = row.LastStatus,
        LastError = row.LastError,
        CreatedAt = row.CreatedAt,
    };
}
