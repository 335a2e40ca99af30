namespace Dateline.Enricher.Segmentation;

/// <summary>Splits a text into sentences by its punctuation and line breaks, in any script.</summary>
/// <remarks>The language, "und" if unknown, decides whether "3." is an ordinal.</remarks>
internal static class SentenceSegmenter
{
    /// <summary>A line that is shorter and not continued in lower case is a heading or an item of a list, not wrapped prose.</summary>
    private const int WrappedLine = 60;

    public static List<Sentence> Segment(string text, string language)
    {
        var sentences = new List<Sentence>();
        var position = 0;
        while (Next(text, language, ref position, out var sentence))
            sentences.Add(sentence);

        return sentences;
    }

    /// <summary>Sentences that have a word: dots alone are none.</summary>
    public static int Count(string text, string language)
    {
        var count = 0;
        var position = 0;
        while (Next(text, language, ref position, out var sentence))
        {
            var word = sentence.Start;
            if (WordSegmenter.Next(text.AsSpan(0, sentence.End), ref word, out _))
                count++;
        }

        return count;
    }

    /// <summary>Reads the next sentence at or after <paramref name="position"/>, which moves behind it.</summary>
    public static bool Next(string text, string language, ref int position, out Sentence sentence)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;

        var start = position;
        var lineStart = start;
        var end = text.Length;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                if (BreaksAt(text, lineStart, i))
                {
                    end = i;
                    break;
                }

                lineStart = i + 1;
            }
            else if (IsTerminator(text[i]))
            {
                var after = AfterClosing(text, i + 1);
                if (EndsSentence(text, language, i, after))
                {
                    end = after;
                    break;
                }

                i = after - 1;
            }
        }

        position = end;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;

        sentence = new Sentence(start, end - start);
        return end > start;
    }

    private static bool IsTerminator(char character) => character switch
    {
        '.' or '!' or '?' or '…' => true,
        '。' or '！' or '？' or '｡' => true,
        '؟' or '۔' or '।' or '॥' or '։' or '።' or '፧' or '။' or '។' => true,
        _ => false,
    };

    /// <summary>Terminators that need no space behind them.</summary>
    private static bool StandsAlone(char character) => character is '。' or '！' or '？' or '｡' or '।' or '॥' or '።' or '။' or '។';

    /// <summary>Skips further terminators and the quotes and brackets that close with the sentence.</summary>
    private static int AfterClosing(string text, int position)
    {
        while (position < text.Length && (IsTerminator(text[position]) || text[position] is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '」' or '』' or '）'))
            position++;

        return position;
    }

    private static bool EndsSentence(string text, string language, int mark, int after)
    {
        if (after >= text.Length)
            return true;

        if (StandsAlone(text[mark]))
            return true;

        if (!char.IsWhiteSpace(text[after]))
            return false;

        var next = after;
        while (next < text.Length && (char.IsWhiteSpace(text[next]) || text[next] is '"' or '\'' or '“' or '‘' or '«' or '„' or '(' or '[' or '¿' or '¡' or '–' or '—' or '-'))
            next++;

        if (next < text.Length && char.IsLower(text[next]))
            return false;

        return text[mark] != '.' || !Abbreviations.EndsAt(text, mark, next, language);
    }

    /// <summary>Whether the line break at <paramref name="position"/> ends a sentence that no mark ended.</summary>
    private static bool BreaksAt(string text, int lineStart, int position)
    {
        var next = position + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r')
            next++;

        if (next >= text.Length || text[next] == '\n')
            return true;

        return position - lineStart < WrappedLine && !char.IsLower(text[next]);
    }
}
