namespace Dateline.Dashboard.Clients;

/// <summary>A feed that is polled, with its health.</summary>
public sealed record Source
{
    public required Guid Id { get; init; }

    public required string Url { get; init; }

    public string? Title { get; init; }

    public string? Format { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastPolledAt { get; init; }

    public DateTimeOffset? NextPollAt { get; init; }

    public string? NextPollReason { get; init; }

    /// <summary>ok, not-modified, failing or new.</summary>
    public string? LastStatus { get; init; }

    /// <summary>Polls in a row that failed.</summary>
    public int Failures { get; init; }

    public string? LastError { get; init; }

    public long Entries { get; init; }

    public long PendingTargets { get; init; }

    public long Documents { get; init; }

    /// <summary>always, when-summary or never: whether the pages behind entries are fetched.</summary>
    public string? Pages { get; init; }

    public int? MinIntervalMinutes { get; init; }

    public int? MaxIntervalMinutes { get; init; }

    /// <summary>Names only: values are secrets.</summary>
    public IReadOnlyList<string> HeaderNames { get; init; } = [];

    public string? UserAgent { get; init; }

    public bool Paused { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public DateTimeOffset? LastNewAt { get; init; }

    /// <summary>A hub tells us what is new until then.</summary>
    public DateTimeOffset? PushedUntil { get; init; }

    public SourceHealth? Health { get; init; }

    public SourceProposal? Proposal { get; init; }

    public bool IsFailing => Failures > 0 || LastStatus == "failing";

    public string Name => Title ?? Text.SafeLink.Host(Url);
}
