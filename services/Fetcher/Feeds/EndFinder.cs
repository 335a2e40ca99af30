namespace Dateline.Fetcher.Feeds;

/// <summary>
/// Finds the next occurrence of an ending, and remembers it: asking again from before it, or after a vain search, costs
/// nothing. That keeps a document of half a million unclosed quotes linear.
/// </summary>
internal sealed class EndFinder(string source, string ending)
{
    private int _next = -2;

    /// <summary>The position after the ending, or -1.</summary>
    public int After(int from)
    {
        if (_next == -2 || _next >= 0 && _next < from)
            _next = from >= source.Length ? -1 : Find(from);
        return _next < 0 ? -1 : _next + ending.Length;
    }

    private int Find(int from)
    {
        var rest = source.AsSpan(from);
        var found = ending.Length == 1 ? rest.IndexOf(ending[0]) : rest.IndexOf(ending);
        return found < 0 ? -1 : from + found;
    }
}
