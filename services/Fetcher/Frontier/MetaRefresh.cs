using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Dateline.Fetcher.Http;

namespace Dateline.Fetcher.Frontier;

/// <summary>Finds where a page sends its reader that has nothing to say itself: link shorteners and consent pages redirect in HTML.</summary>
internal static partial class MetaRefresh
{
    /// <summary>A page that says more than this is one, and refreshes itself for other reasons.</summary>
    private const int MaxBytes = 32 << 10;

    private const int MaxText = 600;

    /// <summary>Longer is meant for readers: a live page, an advertisement.</summary>
    private const double MaxSeconds = 10;

    public static Uri? Find(FetchResult.Fetched fetched)
    {
        if (fetched.Body.Length is 0 or > MaxBytes)
            return null;

        // Addresses are ASCII where it matters; the page's charset is the parser's business.
        var html = Hidden().Replace(Encoding.Latin1.GetString(fetched.Body.Span), "");
        if (Tag().Matches(html).Select(tag => tag.Value).FirstOrDefault(tag => Refresh().IsMatch(tag)) is not { } meta
            || Content().Match(meta) is not { Success: true } content
            || double.Parse(content.Groups["seconds"].Value, CultureInfo.InvariantCulture) > MaxSeconds
            || Markup().Replace(html, "").Count(letter => !char.IsWhiteSpace(letter)) > MaxText)
        {
            return null;
        }

        var address = WebUtility.HtmlDecode(content.Groups["url"].Value).Trim();
        return Uri.TryCreate(new Uri(fetched.FinalUrl), address, out var location) && location.Scheme is "http" or "https" ? location : null;
    }

    [GeneratedRegex(@"<!--.*?-->|<(?:script|style|noscript|template)\b.*?</(?:script|style|noscript|template)\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"<meta\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"http-equiv\s*=\s*[""']?\s*refresh\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Refresh();

    [GeneratedRegex(@"content\s*=\s*[""']?\s*(?<seconds>\d{1,3})(\.\d*)?\s*[;,]?\s*(url\s*=)\s*[""']?(?<url>[^""'>]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Content();

    [GeneratedRegex(@"<title\b[^>]*>[^<]*</title\s*>|<[^>]*>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Markup();
}
