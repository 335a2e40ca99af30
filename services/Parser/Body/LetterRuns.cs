namespace Dateline.Parser.Body;

/// <summary>Every run of twelve letters of a text, to see how much of another text it holds, in any script.</summary>
internal sealed class LetterRuns
{
    private const int Length = 12;

    /// <summary>Beyond this a text is sampled well enough.</summary>
    private const int MaxLetters = 200_000;

    private readonly HashSet<ulong> runs = [];

    public LetterRuns(string text)
    {
        foreach (var run in Of(text))
            runs.Add(run);
    }

    /// <summary>Share of the text's runs that are here too, 0 to 1; a text shorter than one run has none.</summary>
    public float Share(string text)
    {
        int all = 0, shared = 0;
        foreach (var run in Of(text))
        {
            all++;
            shared += runs.Contains(run) ? 1 : 0;
        }

        return all == 0 ? 0 : shared / (float)all;
    }

    private static IEnumerable<ulong> Of(string text)
    {
        const ulong Factor = 0x100000001B3;
        var outgoing = 1ul;
        for (var i = 0; i < Length; i++)
            outgoing = unchecked(outgoing * Factor);

        var window = new char[Length];
        var letters = 0;
        var hash = 0ul;
        foreach (var character in text)
        {
            if (!char.IsLetterOrDigit(character))
                continue;

            var letter = char.ToLowerInvariant(character);
            hash = unchecked((hash * Factor) + letter - (letters >= Length ? window[letters % Length] * outgoing : 0));
            window[letters++ % Length] = letter;
            if (letters >= Length)
                yield return hash;
            if (letters > MaxLetters)
                yield break;
        }
    }
}
