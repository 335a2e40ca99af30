namespace Dateline.Fetcher.Sources;

/// <summary>A feed that is asked again and again. When it is asked next stands in its target in the frontier. Times are UTC.</summary>
public sealed class Source
{
    public required Guid Id { get; init; }

    public required string Url { get; set; }

    public string? Title { get; set; }

    /// <summary>Whether the title was given by a user: the feed's own does not replace it.</summary>
    public bool TitleGiven { get; init; }

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

    /// <summary>SHA-256 of the last body: many servers do not know about validators.</summary>
    public string? BodyHash { get; set; }
}
