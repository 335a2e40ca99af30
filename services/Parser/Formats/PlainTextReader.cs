using Dateline.Contracts;
using Dateline.Parser.Text;

namespace Dateline.Parser.Formats;

/// <summary>Reads plain text and wire copy.</summary>
internal static class PlainTextReader
{
    /// <summary>Below this share of letters a text is a table, a log or noise.</summary>
    private const double MinLetters = 0.6;

    public static Reading Read(string text)
    {
        if (NotProse(text) is { } seen)
            return Reading.None(RejectionReason.NotAnArticle, $"{seen}. If there is an article in it, give that part alone.");

        var groups = WireLines.Of(text);
        var draft = new Draft();
        WireHead.Read(groups, draft);
        draft.Blocks.AddRange(WireBody.Blocks(groups, draft));
        return Reading.Of(draft);
    }

    private static string? NotProse(string text)
    {
        int letters = 0, visible = 0, code = 0;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
                continue;
            visible++;
            if (char.IsLetter(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)
                letters++;
            else if (character is '{' or '}' or ';' or '=' or '<' or '>' or '\\' or '_' or '|')
                code++;
        }

        return (letters, code) switch
        {
            _ when letters < visible * MinLetters => "Most of the text is numbers and signs",
            _ when code > visible * 0.04 => "The text reads like program code or a table",
            _ => null,
        };
    }
}
