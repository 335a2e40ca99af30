using Dateline.Enricher.Language;

namespace Dateline.Training.Language;

/// <summary>Counts n-grams by sorting them, which is the same on every machine.</summary>
internal static class NGramCounts
{
    /// <summary>In the order of their keys, then of their languages.</summary>
    public static List<NGramCount> Count(IReadOnlyList<LabelledText> texts, string[] codes)
    {
        // Key, order and language in one number: 32 + 8 + 8 bits.
        var seen = new List<ulong>();
        foreach (var text in texts)
        {
            var language = (ulong)Array.IndexOf(codes, text.Language);
            var letters = Letters(text.Text);
            for (var end = 1; end <= letters.Length; end++)
            {
                var grams = NGrams.EndingAt(letters, end);
                while (grams.MoveNext())
                    seen.Add((ulong)grams.Key << 16 | (ulong)grams.Order << 8 | language);
            }
        }

        seen.Sort();
        var counts = new List<NGramCount>();
        for (var start = 0; start < seen.Count;)
        {
            var end = start + 1;
            while (end < seen.Count && seen[end] == seen[start])
                end++;

            counts.Add(new NGramCount((uint)(seen[start] >> 16), (int)(seen[start] >> 8 & 0xFF), (int)(seen[start] & 0xFF), end - start));
            start = end;
        }

        return counts;
    }

    private static ReadOnlySpan<char> Letters(string text)
    {
        var stream = LetterStream.Read(text, int.MaxValue);
        return stream.LettersOf(stream.MainScript);
    }
}
