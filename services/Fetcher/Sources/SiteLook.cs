using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Http;

namespace Dateline.Fetcher.Sources;

/// <summary>What is at an address that a user gave.</summary>
public sealed record SiteLook
{
    /// <summary>Null: the host was too busy to be asked.</summary>
    public FetchResult? Result { get; init; }

    /// <summary>The feed, sitemap or list that is there.</summary>
    public Feed? Feed { get; init; }

    /// <summary>Feeds that were found from there, the best one first.</summary>
    public IReadOnlyList<LinkedFeed> Links { get; init; } = [];

    /// <summary>The answer is a page.</summary>
    public bool IsPage => Feed is null && Result is FetchResult.Fetched;
}
