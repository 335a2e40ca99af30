namespace Dateline.Fetcher;

/// <summary>The version that the fetcher's hops carry.</summary>
public static class FetcherVersion
{
    public const string Current = "1";
}
