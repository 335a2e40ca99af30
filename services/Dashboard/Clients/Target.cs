namespace Dateline.Dashboard.Clients;

/// <summary>An address that was seen, and what is to become of it.</summary>
public sealed record Target
{
    public required Guid Id { get; init; }

    public required string Url { get; init; }

    /// <summary>waiting, fetched, unfetched or failed.</summary>
    public required string Status { get; init; }

    public string? Reason { get; init; }

    public string? Detail { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    public DateTimeOffset? NextAt { get; init; }
}
