using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Dateline.Fetcher.Http;

namespace Dateline.Fetcher.Frontier;

/// <summary>Recognises the accelerated copy of a page, so that the frontier can say what it is a copy of.</summary>
internal static partial class AmpPage
{
    /// <summary>Where heads end; style sheets of AMP pages may have 75 KB.</summary>
    private const int MaxBytes = 128 << 10;

    /// <summary>Null for a page that is no copy.</summary>
    public static Uri? CanonicalOf(FetchResult.Fetched fetched)
    {
        var head = Encoding.UTF8.GetString(fetched.Body.Span[..Math.Min(fetched.Body.Length, MaxBytes)]);
        return Root().IsMatch(head)
            && Link().Matches(head).Select(link => link.Value).FirstOrDefault(link => Canonical().IsMatch(link)) is { } tag
            && Address().Match(tag) is { Success: true } address
            && Uri.TryCreate(new Uri(fetched.FinalUrl), WebUtility.HtmlDecode(address.Groups["url"].Value.Trim()), out var canonical)
            && canonical.Scheme is "http" or "https"
            && TargetKey.Of(canonical) != TargetKey.Of(new Uri(fetched.FinalUrl))
                ? canonical
                : null;
    }

    [GeneratedRegex(@"<html\b[^>]*\s(amp|⚡|⚡️)([\s=>]|$)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Root();

    [GeneratedRegex(@"<link\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"\srel\s*=\s*[""']?\s*canonical\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Canonical();

    [GeneratedRegex(@"\shref\s*=\s*[""']?(?<url>[^""'>\s]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
