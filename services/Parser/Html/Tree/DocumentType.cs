namespace Dateline.Parser.Html.Tree;

/// <summary>Tells by its document type whether a page was written for browsers from before the standards, in which a table may stand in a paragraph.</summary>
internal static class DocumentType
{
    private static readonly string[] Quirky =
    [
        "+//silmaril//dtd html pro v0r11 19970101//", "-//as//dtd html 3.0 aswedit + extensions//", "-//advasoft ltd//dtd html 3.0 aswedit + extensions//",
        "-//ietf//dtd html ", "-//ietf//dtd html//", "-//metrius//dtd metrius presentational//", "-//microsoft//dtd internet explorer ", "-//netscape comm. corp.//dtd ",
        "-//o'reilly and associates//dtd html ", "-//sq//dtd html 2.0 hotmetal + extensions//", "-//softquad software//dtd hotmetal pro ", "-//softquad//dtd hotmetal pro ",
        "-//spyglass//dtd html 2.0 extended//", "-//sun microsystems corp.//dtd hotjava ", "-//w3c//dtd html 3 1995-03-24//", "-//w3c//dtd html 3.2", "-//w3c//dtd html 4.0 frameset//",
        "-//w3c//dtd html 4.0 transitional//", "-//w3c//dtd html experimental ", "-//w3c//dtd w3 html 3.0//", "-//w3o//dtd w3 html 3.0//", "-//webtechs//dtd mozilla html ",
    ];

    private static readonly string[] QuirkyWithoutAddress = ["-//w3c//dtd html 4.01 frameset//", "-//w3c//dtd html 4.01 transitional//"];

    /// <param name="declaration">What stands between "doctype" and the end of the declaration.</param>
    public static bool IsQuirky(ReadOnlySpan<char> declaration)
    {
        var rest = declaration.TrimEnd('>').Trim();
        var nameEnd = rest.IndexOfAny(" \t\n\f\r");
        var name = nameEnd < 0 ? rest : rest[..nameEnd];
        if (!name.Equals("html", StringComparison.OrdinalIgnoreCase))
            return true;

        rest = nameEnd < 0 ? default : rest[nameEnd..].TrimStart();
        var isPublic = rest.StartsWith("public", StringComparison.OrdinalIgnoreCase);
        var first = Quoted(ref rest);
        var second = Quoted(ref rest);
        if (!isPublic)
            return false;
        if (first.Equals("-//w3o//dtd w3 html strict 3.0//en//", StringComparison.OrdinalIgnoreCase) || first.Equals("-/w3c/dtd html 4.0 transitional/en", StringComparison.OrdinalIgnoreCase) || first.Equals("html", StringComparison.OrdinalIgnoreCase))
            return true;
        return StartsWithAny(first, Quirky) || (second.IsEmpty && StartsWithAny(first, QuirkyWithoutAddress));
    }

    private static ReadOnlySpan<char> Quoted(ref ReadOnlySpan<char> rest)
    {
        var start = rest.IndexOfAny('"', '\'');
        if (start < 0)
            return default;
        var length = rest[(start + 1)..].IndexOf(rest[start]);
        if (length < 0)
            return default;
        var value = rest.Slice(start + 1, length);
        rest = rest[(start + length + 2)..];
        return value;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] starts)
    {
        foreach (var start in starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
