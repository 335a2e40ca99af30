namespace Dateline.Parser.Html.Tree;

/// <summary>Finds where a script ends: one that is written in a comment within another does not end that one.</summary>
internal static class ScriptText
{
    /// <summary>Where the end tag begins, or the text's end.</summary>
    public static int End(PageSource source, int start)
    {
        bool commented = false, nested = false;
        for (var at = start; at < source.Length;)
        {
            var found = source.AsSpan(at).IndexOfAny('<', '-');
            if (found < 0)
                return source.Length;

            at += found;
            if (source[at] == '-')
            {
                // Outside of a comment these are arithmetic.
                if (!commented)
                {
                    at = source.IndexOf('<', at);
                    if (at < 0)
                        return source.Length;
                    continue;
                }

                if (source.AsSpan(at).StartsWith("-->"))
                    (commented, nested) = (false, false);
                at++;
                continue;
            }

            if (source.AsSpan(at).StartsWith("<!--") && !commented)
            {
                commented = true;

                // "<!-->" opens and closes: its hyphens count twice.
                at += 2;
            }
            else if (Tokenizer.IsName(source, at + 1, "/script"))
            {
                if (!nested)
                    return at;
                nested = false;
                at++;
            }
            else
            {
                nested |= commented && Tokenizer.IsName(source, at + 1, "script");
                at++;
            }
        }

        return source.Length;
    }
}
