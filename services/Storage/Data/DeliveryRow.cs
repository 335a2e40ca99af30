namespace Dateline.Storage.Data;

/// <summary>A message to a webhook: the outbox until it was taken, and the log after that.</summary>
public sealed class DeliveryRow
{
    /// <summary>Sent with every attempt, so that the receiver can tell a repetition.</summary>
    public required Guid Id { get; set; }

    public required Guid WebhookId { get; set; }

    public required long Change { get; set; }

    public required Guid ArticleId { get; set; }

    /// <summary>The body, the same at every attempt.</summary>
    public required string Payload { get; set; }

    public required int Attempts { get; set; }

    /// <summary>Null when nothing more will be tried.</summary>
    public DateTime? NextAttemptAt { get; set; }

    public DateTime? DeliveredAt { get; set; }

    public DateTime? LastAttemptAt { get; set; }

    public int? LastStatus { get; set; }

    public string? LastError { get; set; }

    public required DateTime CreatedAt { get; set; }
}
