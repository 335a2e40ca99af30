using System.Buffers;
using System.Globalization;
using Dateline.Enricher.Places;

namespace Dateline.Enricher.Datelines;

/// <summary>
/// Finds the dateline that wire copy opens with: "New Delhi, 30 March 2023 (TDI): ", "BERLIN (dpa) - ",
/// "МОСКВА, 5 марта. /ТАСС/. ". Only to leave it out; what it says is the parser's to read.
/// </summary>
internal static class DatelinePrefix
{
    /// <summary>The longest seen, with two places, a full date and an agency's name, has about eighty.</summary>
    private const int MaxLength = 100;

    private const int MaxWords = 14;

    private static readonly SearchValues<char> Brackets = SearchValues.Create("()/[]");

    /// <param name="place">The dateline's place, if the parser found one.</param>
    /// <returns>The length of the dateline with the mark and the space behind it; 0 when the text has none.</returns>
    public static int Length(string text, string? place = null)
    {
        var length = FirstPart(text, place);

        // "CAIRO - 17 July 2022: " is a place, a dash, and then the date with a mark of its own.
        return length > 0 && char.IsDigit(text[length]) ? length + FirstPart(text[length..Math.Min(text.Length, length + MaxLength)], null) : length;
    }

    private static int FirstPart(string text, string? place)
    {
        var limit = Math.Min(text.Length, MaxLength);
        for (var i = 1; i < limit; i++)
        {
            var mark = MarkLength(text, i);
            if (mark == 0)
                continue;

            if (!IsDateline(text.AsSpan(0, i), place))
                return 0;

            var end = i + mark;
            while (end < text.Length && char.IsWhiteSpace(text[end]))
                end++;

            return end < text.Length ? end : 0;
        }

        return 0;
    }

    /// <summary>The length of a mark that can end a dateline: a dash that stands free, a colon, or the point behind "/ТАСС/".</summary>
    private static int MarkLength(string text, int position)
    {
        var rest = text.AsSpan(position);
        var free = position + 1 < text.Length && (char.IsWhiteSpace(text[position - 1]) || text[position - 1] is ')' or ']');
        return rest[0] switch
        {
            '—' or '–' => 1,
            '-' when free && rest.StartsWith("--") => 2,
            '-' when free && !char.IsLetterOrDigit(rest[1]) => 1,
            ':' when rest.Length > 1 && char.IsWhiteSpace(rest[1]) => 1,
            '.' when text[position - 1] == '/' => 1,
            _ => 0,
        };
    }

    /// <summary>A known place, or names and numbers with something that a clause has not: an agency in brackets, a date, or capitals.</summary>
    private static bool IsDateline(ReadOnlySpan<char> head, string? place)
    {
        head = head.Trim();
        if (head.Length > 0 && (place is not null && head.StartsWith(place, StringComparison.OrdinalIgnoreCase) || Gazetteer.Find(head.ToString()) is not null))
            return true;

        if (head.IsEmpty || !char.IsUpper(head[0]) && head[0] != '(' && !char.IsDigit(head[0]) && !IsCaseless(head[0]))
            return false;

        var closes = head[^1] is ')' or '/' or ']';
        var names = closes ? head[..Math.Max(0, head[..^1].LastIndexOfAny(Brackets))] : head;
        if (closes && head.Length - names.Length > 40)
            return false;

        return closes && names.Trim().IsEmpty ? head[0] is '(' && head.Length <= 30 : AreNames(names, closes);
    }

    private static bool AreNames(ReadOnlySpan<char> names, bool closes)
    {
        var (words, lower, capitals, digits) = (0, 0, false, false);
        foreach (var range in names.SplitAny(' ', ',', '.'))
        {
            var word = names[range].Trim("()[]/ ");
            if (word.IsEmpty)
                continue;

            words++;
            if (char.IsDigit(word[0]))
                digits = true;
            else if (char.IsLower(word[0]))
                lower++;
            else if (words == 1 && word.Length > 2 && !word.ContainsAnyInRange('a', 'z') && word.ToString() is var first && first == first.ToUpperInvariant() && first != first.ToLowerInvariant())
                capitals = true;
        }

        // Months are in lower case in most languages, and so is a particle: "Rio de Janeiro, 5 de março".
        return words is > 0 and <= MaxWords && lower <= (digits ? 3 : 1) && (closes || capitals || digits && words <= 6 && lower <= 1);
    }

    private static bool IsCaseless(char character) => char.GetUnicodeCategory(character) == UnicodeCategory.OtherLetter;
}
