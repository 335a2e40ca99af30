namespace Dateline.Fetcher.Frontier;

/// <summary>Where a target stands, as in the table and in REST.</summary>
public static class TargetStatus
{
    public const string Waiting = "waiting";
    public const string Fetched = "fetched";

    /// <summary>A decision not to fetch it.</summary>
    public const string Unfetched = "unfetched";

    /// <summary>Given up after several tries.</summary>
    public const string Failed = "failed";
}
