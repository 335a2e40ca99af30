using System.Net;

namespace Dateline.Dashboard.Text;

/// <summary>
/// Reads a snippet: escaped text whose found words stand between mark tags. Whatever else looks like markup in it is text: it comes
/// from strangers' pages and is shown, never interpreted.
/// </summary>
public static class MarkedText
{
    private const string Open = "<mark>";
    private const string Close = "</mark>";

    /// <summary>The parts in order. A mark that is not closed reaches to the end; one that is not opened is text.</summary>
    public static IReadOnlyList<MarkedPart> Read(string snippet)
    {
        var parts = new List<MarkedPart>();
        var rest = snippet.AsSpan();
        while (rest.Length > 0)
        {
            var open = rest.IndexOf(Open, StringComparison.Ordinal);
            if (open < 0)
            {
                parts.Add(Part(rest, false));
                break;
            }

            if (open > 0)
                parts.Add(Part(rest[..open], false));
            rest = rest[(open + Open.Length)..];
            var close = rest.IndexOf(Close, StringComparison.Ordinal);
            var end = close < 0 ? rest.Length : close;
            if (end > 0)
                parts.Add(Part(rest[..end], true));
            rest = close < 0 ? [] : rest[(close + Close.Length)..];
        }

        return parts;
    }

    private static MarkedPart Part(ReadOnlySpan<char> escaped, bool found) => new(WebUtility.HtmlDecode(escaped.ToString()), found);
}
