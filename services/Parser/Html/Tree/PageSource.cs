namespace Dateline.Parser.Html.Tree;

/// <summary>A page's characters, where they lie: the beginning of a buffer that the next page gets.</summary>
internal readonly struct PageSource(char[] characters, int length)
{
    public int Length => length;

    /// <summary>Of a text that lies elsewhere.</summary>
    public static PageSource Of(string text) => new(text.ToCharArray(), text.Length);

    public char this[int index] => characters[index];

    public ReadOnlySpan<char> AsSpan(int start) => characters.AsSpan(start, length - start);

    public ReadOnlySpan<char> AsSpan(int start, int count) => characters.AsSpan(start, count);

    /// <summary>Where a character stands first, from a place on; negative for nowhere.</summary>
    public int IndexOf(char sought, int from) => AsSpan(from).IndexOf(sought) is >= 0 and var found ? from + found : -1;

    /// <summary>Where characters stand first, from a place on; negative for nowhere.</summary>
    public int IndexOf(string sought, int from) => AsSpan(from).IndexOf(sought, StringComparison.Ordinal) is >= 0 and var found ? from + found : -1;
}
