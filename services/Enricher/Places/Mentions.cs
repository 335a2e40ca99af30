using Dateline.Enricher.Segmentation;

namespace Dateline.Enricher.Places;

/// <summary>Counts a name in a text, word by word, whatever its case.</summary>
internal static class Mentions
{
    public static int Count(string text, List<Token> words, string name)
    {
        var parts = WordSegmenter.Segment(name);
        if (parts.Count == 0)
            return 0;

        var count = 0;
        for (var i = 0; i + parts.Count <= words.Count; i++)
        {
            if (StandsAt(i))
                count++;
        }

        return count;

        bool StandsAt(int first)
        {
            for (var part = 0; part < parts.Count; part++)
            {
                if (!Without(words[first + part].In(text)).Equals(parts[part].In(name), StringComparison.OrdinalIgnoreCase))
                    return false;
            }

            return true;
        }
    }

    /// <summary>The word without the English possessive: "Paris's".</summary>
    private static ReadOnlySpan<char> Without(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '’' ? word[..^2] : word;
}
