namespace Dateline.Fetcher.Frontier;

/// <summary>Tells addresses apart that were seen.</summary>
public static class TargetKey
{
    /// <summary>Scheme and host in lower case, no default port, no fragment; all else may matter to the server.</summary>
    public static string Of(Uri url) => url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);

    /// <summary>For an entry that has no address, or that is taken from its feed.</summary>
    public static string OfEntry(Guid sourceId, string entryId) => $"entry:{sourceId:N}:{entryId}";

    /// <summary>For the feed of a source, whose address may be a page's too.</summary>
    public static string OfSource(Guid sourceId) => $"source:{sourceId:N}";

    /// <summary>For the search of a source's site.</summary>
    public static string OfSearch(Guid sourceId) => $"search:{sourceId:N}";

    public static string HostOf(Uri url) => url.IsDefaultPort ? url.IdnHost.ToLowerInvariant() : $"{url.IdnHost.ToLowerInvariant()}:{url.Port}";

    /// <summary>Whether it is an address that can be fetched at all.</summary>
    public static Uri? Parse(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.IdnHost.Length > 0 ? url : null;
}
