namespace Dateline.Parser.Body;

/// <summary>What a passage's own text shows. Nothing here depends on the script that it is written in.</summary>
internal static class PassageFeatures
{
    public static void Add(FeatureRow row, Passage passage)
    {
        var text = passage.Text.AsSpan();
        int digits = 0, upper = 0, letters = 0, symbols = 0, commas = 0, ends = 0, quotes = 0, bars = 0, colons = 0, dots = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsDigit(character))
                digits++;
            else if (char.IsLetter(character))
                (letters, upper) = (letters + 1, upper + (char.IsUpper(character) ? 1 : 0));
            else if (character is ',' or '，' or '、' or '،' or ';')
                commas++;
            else if (IsEnd(character) && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]) || character >= '\u0600'))
                ends++;
            else if (character is '"' or '“' or '”' or '„' or '«' or '»' or '「' or '」')
                quotes++;
            else if (character is '|' or '•' or '·' or '/' or '›' or '→' or '>')
                bars++;
            else if (character is ':' or '：')
                colons++;
            else if (character is '.')
                dots++;
            else if (!char.IsWhiteSpace(character))
                symbols++;
        }

        var length = Math.Max(1, passage.Length);
        var words = Math.Max(1, passage.Words);
        row.Add(passage.Words, passage.Length, length / (float)words, passage.LinkDensity, passage.Links, passage.Links / (float)words, passage.StrongLength / (float)length, passage.Breaks);
        row.Add(digits / (float)length, upper / (float)Math.Max(1, letters), letters / (float)length, symbols / (float)length, commas, commas / (float)words, ends, ends / (float)words);
        row.Add(quotes, bars, colons, dots, (int)passage.Kind, passage.Kind == PassageKind.Heading ? passage.Place.Tag[^1] - '0' : 0, TagCode(passage.Place.Tag));

        var last = text[^1];
        var first = text[0];
        row.Add(
            IsEnd(last) ? 1 : last is ':' or '：' ? 2 : last is '…' ? 3 : last is '"' or '”' or '»' or '」' or ')' ? 4 : char.IsLetterOrDigit(last) ? 0 : 5,
            char.IsUpper(first) ? 1 : char.IsLower(first) ? 2 : char.IsDigit(first) ? 3 : char.IsLetter(first) ? 4 : 0,
            text.Contains('©') ? 1 : 0,
            text.Contains('@') ? 1 : 0,
            text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase) ? 1 : 0,
            text.Contains('?') ? 1 : 0,
            text.Contains('!') ? 1 : 0,
            first is '(' or '[' or '*' ? 1 : 0,
            Text.LinkLines.IsLink(passage.Text) ? 1 : 0,
            passage.Words <= 60 && Text.Captions.IsLabelled(passage.Text) ? 1 : 0,
            passage.IsProse ? 1 : 0);
    }

    private static bool IsEnd(char character) => character is '.' or '!' or '?' or '。' or '！' or '？' or '।' or '؟' or '۔';

    private static float TagCode(string tag) => tag switch
    {
        "p" => 1,
        "div" => 2,
        "li" => 3,
        "td" or "th" or "tr" => 4,
        "h1" => 5,
        "h2" => 6,
        "h3" or "h4" => 7,
        "h5" or "h6" => 8,
        "figcaption" => 9,
        "section" or "article" or "main" => 10,
        "dt" or "dd" => 11,
        "blockquote" => 12,
        "pre" => 13,
        "body" => 14,
        "footer" or "header" or "aside" or "nav" => 15,
        _ => 0,
    };
}
