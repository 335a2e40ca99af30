namespace Dateline.Fetcher.Sources;

/// <summary>A source as REST shows it: what it is, how it does, and when it is asked next and why then.</summary>
public sealed record SourceView
{
    public required Guid Id { get; init; }

    public required string Url { get; init; }

    public string? Title { get; init; }

    /// <summary>rss, atom, rdf, json, sitemap; null before the first successful poll.</summary>
    public string? Format { get; init; }

    /// <summary>always, when-summary or never: whether the pages behind entries are fetched.</summary>
    public required string Pages { get; init; }

    public int? MinIntervalMinutes { get; init; }

    public int? MaxIntervalMinutes { get; init; }

    /// <summary>Names only: values are secrets.</summary>
    public IReadOnlyList<string> HeaderNames { get; init; } = [];

    public string? UserAgent { get; init; }

    public bool Paused { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastPolledAt { get; init; }

    public DateTimeOffset? LastNewAt { get; init; }

    /// <summary>Null while it is paused.</summary>
    public DateTimeOffset? NextPollAt { get; init; }

    public required string NextPollReason { get; init; }

    /// <summary>ok, not-modified, failing, or new.</summary>
    public required string LastStatus { get; init; }

    public int Failures { get; init; }

    public string? LastError { get; init; }

    /// <summary>Entries seen so far.</summary>
    public required long Entries { get; init; }

    /// <summary>Addresses found and not fetched yet.</summary>
    public required long PendingTargets { get; init; }

    /// <summary>Documents accepted from it.</summary>
    public required long Documents { get; init; }

    /// <summary>A hub tells us what is new until then.</summary>
    public DateTimeOffset? PushedUntil { get; init; }

    public SourceHealth? Health { get; init; }

    /// <summary>What would mend it: POST to its <c>proposal</c> applies it.</summary>
    public SourceProposal? Proposal { get; init; }
}
