namespace Dateline.Parser.Html;

/// <summary>Follows which elements are open at a place of a page, as far as costs depend on it.</summary>
internal sealed class OpenElements
{
    private static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    /// <summary>Never open: void, or closed by the next of their kind without being told.</summary>
    private static readonly HashSet<string> Passing = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "image",
        "html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rt", "rp",
    };

    private readonly Stack<string> blocks = new();
    private readonly Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);
    private int formatting;

    public int Depth => blocks.Count;

    /// <summary>Answers how many elements the library copies to open this one.</summary>
    public int Open(string name)
    {
        if (Formatting.Contains(name))
        {
            formatting++;
            return 0;
        }

        if (!Passing.Contains(name))
        {
            blocks.Push(name);
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        return formatting;
    }

    /// <summary>What was opened inside is closed with it; what was never opened closes nothing.</summary>
    public void Close(string name)
    {
        if (Formatting.Contains(name))
        {
            formatting = Math.Max(0, formatting - 1);
            return;
        }

        if (counts.GetValueOrDefault(name) == 0)
            return;

        string closed;
        do
        {
            closed = blocks.Pop();
            counts[closed]--;
        }
        while (!closed.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
