namespace Dateline.Fetcher.Sources;

/// <summary>A feed that is asked again and again. When it is asked next stands in its target in the frontier. Times are UTC.</summary>
public sealed class Source
{
    public required Guid Id { get; init; }

    public required string Url { get; set; }

    public string? Title { get; set; }

    /// <summary>Whether the title was given by a user: the feed's own does not replace it.</summary>
    public bool TitleGiven { get; set; }

    public string? Format { get; set; }

    /// <summary>See <see cref="PageFetching"/>.</summary>
    public required string Pages { get; set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? LastPolledAt { get; set; }

    /// <summary>When a poll last brought something new.</summary>
    public DateTime? LastNewAt { get; set; }

    public required string NextPollReason { get; set; }

    public required string LastStatus { get; set; }

    /// <summary>Polls in a row that brought nothing to read.</summary>
    public int Failures { get; set; }

    public string? LastError { get; set; }

    public long Entries { get; set; }

    /// <summary>Verbatim; saved only together with the entries of the answer it came with.</summary>
    public string? ETag { get; set; }

    /// <summary>Verbatim, as above.</summary>
    public string? LastModified { get; set; }

    /// <summary>The address that gave the validators, which is another one behind a redirect; null when it is the source's own.</summary>
    public string? ValidatorsUrl { get; set; }

    /// <summary>SHA-256 of the last body: many servers do not know about validators.</summary>
    public string? BodyHash { get; set; }

    /// <summary>When a whole answer last came, whether or not it was new. Servers that say "not modified" for ever are caught by it.</summary>
    public DateTime? LastFullGetAt { get; set; }

    /// <summary>Bounds that a user sets; null: those of <see cref="SourceOptions"/>.</summary>
    public TimeSpan? MinInterval { get; set; }

    public TimeSpan? MaxInterval { get; set; }

    /// <summary>JSON object of request headers that a user sets.</summary>
    public string? Headers { get; set; }

    public string? Cookie { get; set; }

    public string? UserAgent { get; set; }

    public bool Paused { get; set; }

    /// <summary>JSON array.</summary>
    public string? Tags { get; set; }

    /// <summary>Where the last permanent redirect led.</summary>
    public string? MovedTo { get; set; }

    /// <summary>Where permanent redirects alone have led so far, while a poll waits for the turn of another host.</summary>
    public string? MovingTo { get; set; }

    /// <summary>Polls in a row that were redirected there for good.</summary>
    public int MovedSeen { get; set; }

    public DateTime? FailingSince { get; set; }

    /// <summary>See <see cref="SourceFailure"/>; null when the last poll was fine.</summary>
    public string? FailureKind { get; set; }

    /// <summary>Share of entries in the last polls' answers that had not been seen, 0 to 1.</summary>
    public double? NewShare { get; set; }

    /// <summary>The rate of publication, as it is now.</summary>
    public double? EntriesPerDay { get; set; }

    /// <summary>JSON of <see cref="SourceRhythm"/>.</summary>
    public string? RhythmJson { get; set; }

    public string? HubUrl { get; set; }

    /// <summary>The topic that the hub knows the feed by.</summary>
    public string? HubTopic { get; set; }

    public string? HubSecret { get; set; }

    /// <summary>When the hub was last asked to push.</summary>
    public DateTime? HubAskedAt { get; set; }

    /// <summary>The hub pushes until then.</summary>
    public DateTime? LeaseUntil { get; set; }

    /// <summary>JSON of <see cref="FeedSearch"/> while its site is searched for another feed.</summary>
    public string? Search { get; set; }

    /// <summary>When the last search began.</summary>
    public DateTime? SearchedAt { get; set; }

    /// <summary>JSON of <see cref="SourceProposal"/>.</summary>
    public string? Proposal { get; set; }
}
