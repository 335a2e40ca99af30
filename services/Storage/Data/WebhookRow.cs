namespace Dateline.Storage.Data;

/// <summary>An address that is told of every article that a saved search finds.</summary>
public sealed class WebhookRow
{
    public required Guid Id { get; set; }

    public required Guid SearchId { get; set; }

    public required string Url { get; set; }

    /// <summary>Signs deliveries; base64, without its prefix.</summary>
    public required string Secret { get; set; }

    /// <summary>The last change that was looked at for it.</summary>
    public required long Position { get; set; }

    public required bool Enabled { get; set; }

    /// <summary>Why it was switched off, when nobody asked for it.</summary>
    public string? DisabledReason { get; set; }

    public required DateTime CreatedAt { get; set; }
}
