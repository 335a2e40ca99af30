namespace Dateline.Fetcher.Feeds;

/// <summary>
/// Finds the next occurrence of an ending, and remembers it: asking again from before it, or after a vain search, costs
/// nothing. That keeps a document of half a million unclosed quotes linear.
/// </summary>
internal sealed class EndFinder(string source)
{
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    /// <summary>The position after the ending, or -1.</summary>
    public int After(string ending, int from)
    {
        if (!_next.TryGetValue(ending, out var next) || next >= 0 && next < from)
            _next[ending] = next = from >= source.Length ? -1 : source.IndexOf(ending, from, StringComparison.Ordinal);
        return next < 0 ? -1 : next + ending.Length;
    }
}
