namespace Dateline.Parser.Html.Tree;

/// <summary>Numbers of the attributes that readers ask for; others are known by their place in the page's text only.</summary>
internal static class AttributeNames
{
    private static readonly string[] Names =
    [
        "id", "class", "href", "rel", "type", "content", "property", "name", "itemprop", "src", "style", "title", "datetime", "role", "hidden", "aria-hidden", "pubdate", "align", "lang",
        "http-equiv", "charset", "encoding", "xml:lang", "data-testid", "data-component", "alt", "value", "action", "color", "face", "size",
    ];

    private static readonly NameTable Table = new(Names);
    private static readonly NameTable Unread = new(["srcset", "sizes", "tabindex", "d", "viewbox", "fill", "stroke", "transform", "points", "integrity", "nonce", "target"]);

    /// <summary>Zero for all others.</summary>
    public static int Find(ReadOnlySpan<char> name) => Table.Find(name);

    public static string Of(int number) => Names[number - 1];

    /// <summary>HTML defines the values, so that case does not count in them.</summary>
    public static bool HasOwnValues(int number) => Of(number) is "rel" or "type" or "align" or "lang" or "http-equiv" or "charset" or "color" or "face";

    /// <summary>A bit for each known name, and one that all others share.</summary>
    public static uint Bit(int number) => 1u << number;

    /// <summary>
    /// Attributes for scripts and pictures are kept by no reader of ours: sizes of pictures, handlers, what an application
    /// remembers. What says which part of the page this is, and anything about time, stays.
    /// </summary>
    public static bool MayBeRead(ReadOnlySpan<char> name) => Unread.Find(name) == 0 && name switch
    {
        ['o' or 'O', 'n' or 'N', _, ..] => false,
        ['d' or 'D', 'a' or 'A', 't' or 'T', 'a' or 'A', '-', ..] => name.Contains("date", StringComparison.OrdinalIgnoreCase) || name.Contains("time", StringComparison.OrdinalIgnoreCase),
        _ => true,
    };
}
