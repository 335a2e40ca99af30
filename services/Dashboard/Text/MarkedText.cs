namespace Dateline.Dashboard.Text;

/// <summary>
/// Reads a snippet whose found words stand between mark tags. Everything else in it is text, whatever it looks like: it comes from
/// strangers' pages and is shown, never interpreted.
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
                parts.Add(new MarkedPart(rest.ToString(), false));
                break;
            }

            if (open > 0)
                parts.Add(new MarkedPart(rest[..open].ToString(), false));
            rest = rest[(open + Open.Length)..];
            var close = rest.IndexOf(Close, StringComparison.Ordinal);
            var end = close < 0 ? rest.Length : close;
            if (end > 0)
                parts.Add(new MarkedPart(rest[..end].ToString(), true));
            rest = close < 0 ? [] : rest[(close + Close.Length)..];
        }

        return parts;
    }
}
