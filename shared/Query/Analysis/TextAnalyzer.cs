using System.Text;

namespace Dateline.Query.Analysis;

/// <summary>
/// Splits text into the words of the index. Articles and queries go through it alike, and so do both databases: neither is asked
/// to take a text apart itself.
/// </summary>
public static class TextAnalyzer
{
    /// <summary>Longer runs of letters are no words but data; what is cut off is lost to search only.</summary>
    private const int LongestTerm = 64;

    /// <summary>The words of a text, folded, and stemmed when there are rules for the language.</summary>
    /// <param name="rules">From <see cref="Stemming.RulesFor"/>, or null.</param>
    public static IEnumerable<Word> Words(string text, string? rules)
    {
        var position = 0;
        while (position < text.Length)
        {
            if (!TryRead(text, position, out var rune, out var length) || !Script.IsLetter(rune))
            {
                position += length;
                continue;
            }

            var start = position;
            var unspaced = Script.IsUnspaced(rune);
            do
                position += length;
            while (TryRead(text, position, out rune, out length) && Script.IsLetter(rune) && Script.IsUnspaced(rune) == unspaced);

            if (unspaced)
            {
                foreach (var pair in Pairs(text, start, position))
                    yield return pair;
                continue;
            }

            if (Term(text.AsSpan(start, Math.Min(position - start, LongestTerm)), rules) is { Length: > 0 } term)
                yield return new Word(term, start, position - start);
            if (IsPossessive(text, position))
                position += 2;
        }
    }

    private static string Term(ReadOnlySpan<char> letters, string? rules)
    {
        var folded = Folding.Fold(char.IsHighSurrogate(letters[^1]) ? letters[..^1] : letters);
        return rules is null ? folded : Stemming.Stem(folded, rules);
    }

    /// <summary>Each letter with the next one, and the last one alone, so that a query for one letter finds it as a prefix.</summary>
    private static IEnumerable<Word> Pairs(string text, int start, int end)
    {
        var position = start;
        while (position < end)
        {
            var first = Rune.GetRuneAt(text, position).Utf16SequenceLength;
            var next = position + first;
            var second = next < end ? Rune.GetRuneAt(text, next).Utf16SequenceLength : 0;
            yield return new Word(Folding.Fold(text.AsSpan(position, first + second)), position, first + second);
            position = next;
        }
    }

    private static bool IsPossessive(string text, int position) =>
        position + 1 < text.Length
        && Script.IsApostrophe(text[position])
        && text[position + 1] is 's' or 'S'
        && !(TryRead(text, position + 2, out var after, out _) && Script.IsLetter(after));

    private static bool TryRead(string text, int position, out Rune rune, out int length)
    {
        rune = default;
        length = 1;
        return position < text.Length
            && Rune.DecodeFromUtf16(text.AsSpan(position), out rune, out length) == System.Buffers.OperationStatus.Done;
    }
}
