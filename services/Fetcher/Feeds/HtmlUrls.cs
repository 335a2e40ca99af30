using System.Text;

namespace Dateline.Fetcher.Feeds;

/// <summary>Makes href and src in a fragment of HTML absolute, leaving everything else as it is.</summary>
internal static class HtmlUrls
{
    private static readonly string[] Names = ["href", "src", "poster"];

    public static string Absolute(string html, Uri? origin)
    {
        if (origin is null || !html.Contains('=') || !html.Contains('<'))
            return html;

        StringBuilder? result = null;
        var copied = 0;
        var at = 0;
        while ((at = html.IndexOf('=', at + 1)) > 0)
        {
            if (!IsAddress(html, at) || Value(html, at) is not var (start, length) || length <= 0)
                continue;

            var value = html.AsSpan(start, length);
            if (IsAbsolute(value) || !Uri.TryCreate(origin, System.Net.WebUtility.HtmlDecode(value.Trim().ToString()), out var resolved))
                continue;

            (result ??= new StringBuilder(html.Length + 256)).Append(html, copied, start - copied).Append(resolved.AbsoluteUri.Replace("&", "&amp;"));
            copied = start + length;
        }

        return result is null ? html : result.Append(html, copied, html.Length - copied).ToString();
    }

    private static bool IsAddress(string html, int equals)
    {
        var end = equals;
        while (end > 0 && html[end - 1] == ' ')
            end--;

        // href, src, poster: their last letters are a cheap first look, since most signs of equality are somebody else's.
        if (end == 0 || (html[end - 1] | 0x20) is not ('f' or 'c' or 'r'))
            return false;
        foreach (var name in Names)
        {
            var start = end - name.Length;
            if (start > 0 && char.IsWhiteSpace(html[start - 1]) && string.Compare(html, start, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return true;
        }

        return false;
    }

    private static (int Start, int Length)? Value(string html, int equals)
    {
        var start = equals + 1;
        while (start < html.Length && html[start] == ' ')
            start++;
        if (start >= html.Length || html[start] is not ('"' or '\''))
            return null;

        // Addresses beyond this are data, not links; the bound keeps unclosed quotes linear.
        const int MaxUrl = 4096;
        var window = html.AsSpan(start + 1, Math.Min(MaxUrl, html.Length - start - 1));
        var length = window.IndexOf(html[start]);
        return length < 0 ? null : (start + 1, length);
    }

    private static bool IsAbsolute(ReadOnlySpan<char> value)
    {
        var colon = value.IndexOf(':');
        return value.StartsWith('#') || colon > 0 && value[..colon].IndexOfAny("/?#") < 0;
    }
}
