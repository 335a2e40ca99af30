using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Ledger;

namespace Dateline.Fetcher.Sources;

/// <summary>The request headers that a user set for a source.</summary>
public static class SourceHeaders
{
    /// <summary>Framing, routing and what the fetcher says itself: a setting must not smuggle requests or break conditional ones.</summary>
    private static readonly string[] Reserved =
    [
        "Host", "Connection", "Content-Length", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Expect", "Accept-Encoding",
        "If-None-Match", "If-Modified-Since", "Range",
    ];

    public static IReadOnlyDictionary<string, string> Of(Source source)
    {
        var headers = source.Headers is null ? [] : LedgerJson.Read<Dictionary<string, string>>(source.Headers);
        if (source.Cookie is { } cookie)
            headers["Cookie"] = cookie;
        if (source.UserAgent is { } agent)
            headers["User-Agent"] = agent;
        return headers;
    }

    /// <summary>They are secrets of the source's host: another one, where a redirect or a search led, is sent none.</summary>
    public static IReadOnlyDictionary<string, string> For(Source source, string address) =>
        TargetKey.Parse(source.Url) is { } home && TargetKey.Parse(address) is { } asked && UrlGuard.HostOf(home) == UrlGuard.HostOf(asked)
            ? Of(source)
            : new Dictionary<string, string>();

    /// <summary>Why a header cannot be sent, for people; null when it can.</summary>
    public static string? Refusal(string name, string value)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            return $"'{name}' is no name of a request header.";
        if (Reserved.Contains(name, StringComparer.OrdinalIgnoreCase))
            return $"The header '{name}' cannot be set for a source.";
        return value.Any(c => char.IsControl(c) || c > 0xff) ? $"The value of '{name}' holds a character that no header can carry." : null;
    }
}
