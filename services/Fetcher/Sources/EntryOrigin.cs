namespace Dateline.Fetcher.Sources;

/// <summary>Where a feed's entries come from and how they are to be taken.</summary>
public sealed record EntryOrigin
{
    public Guid? SourceId { get; init; }

    /// <summary>The target that turned out to be a feed.</summary>
    public Guid? Via { get; init; }

    public string? Title { get; init; }

    /// <summary>See <see cref="PageFetching"/>.</summary>
    public required string Pages { get; init; }
}
