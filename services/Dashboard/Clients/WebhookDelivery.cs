namespace Dateline.Dashboard.Clients;

/// <summary>A line of a webhook's log.</summary>
/// <param name="State">waiting, delivered or given-up.</param>
/// <param name="LastStatus">HTTP status of the last attempt.</param>
public sealed record WebhookDelivery(
    Guid Id, Guid ArticleId, string State, int Attempts, DateTimeOffset? NextAttemptAt, DateTimeOffset? LastAttemptAt, int? LastStatus, string? LastError, DateTimeOffset CreatedAt);
