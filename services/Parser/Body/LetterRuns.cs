namespace Dateline.Parser.Body;

/// <summary>Every run of twelve letters of a text, to see how much of another text it holds, in any script.</summary>
internal sealed class LetterRuns(string text)
{
    private const int Length = 12;
    private const ulong Factor = 0x100000001B3;

    /// <summary>Beyond this a text is sampled well enough.</summary>
    private const int MaxLetters = 200_000;

    private static readonly ulong Outgoing = Power(Length);

    private readonly HashSet<ulong> runs = [.. Of(text, [])];

    /// <summary>Share of a text's runs that are here too, 0 to 1; a text shorter than one run has none.</summary>
    public float Share(List<ulong> others)
    {
        var shared = 0;
        foreach (var run in others)
            shared += runs.Contains(run) ? 1 : 0;
        return others.Count == 0 ? 0 : shared / (float)others.Count;
    }

    /// <summary>Replaces what the list holds by the text's runs.</summary>
    public static List<ulong> Of(string text, List<ulong> found)
    {
        found.Clear();
        Span<ulong> window = stackalloc ulong[Length];
        window.Clear();
        int letters = 0, oldest = 0;
        var hash = 0ul;
        foreach (var character in text)
        {
            if (!char.IsLetterOrDigit(character))
                continue;

            var letter = character < '\u0080' ? (ulong)(character is >= 'A' and <= 'Z' ? character | 0x20 : character) : char.ToLowerInvariant(character);
            hash = unchecked((hash * Factor) + letter - (window[oldest] * Outgoing));
            window[oldest] = letter;
            oldest = oldest == Length - 1 ? 0 : oldest + 1;
            if (++letters >= Length)
                found.Add(hash);
            if (letters > MaxLetters)
                break;
        }

        return found;
    }

    private static ulong Power(int times)
    {
        var power = 1ul;
        for (var i = 0; i < times; i++)
            power = unchecked(power * Factor);
        return power;
    }
}
