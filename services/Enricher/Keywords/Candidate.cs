namespace Dateline.Enricher.Keywords;

/// <summary>A word or phrase that may become a keyword, with what was counted of it.</summary>
internal sealed class Candidate(string surface, int first)
{
    /// <summary>As it is written, with the fewest capitals it was seen with: they may come from a headline or a sentence's start.</summary>
    public string Surface { get; private set; } = surface;

    /// <summary>Number of the word it was first seen at.</summary>
    public int First { get; } = first;

    public int Count { get; set; }

    public bool InTitle { get; set; }

    /// <summary>Occurrences that begin with a capital letter.</summary>
    public int Capitalised { get; set; }

    /// <summary>Set when a phrase stands for it.</summary>
    public bool IsPart { get; set; }

    public double Score { get; set; }

    public void Prefer(ReadOnlySpan<char> written)
    {
        if (!written.SequenceEqual(Surface) && Capitals(written) < Capitals(Surface))
            Surface = written.ToString();
    }

    private static int Capitals(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var character in text)
            count += char.IsUpper(character) ? 1 : 0;

        return count;
    }

    /// <summary>Whether this is a longer phrase that has the other as one of its words or, where no spaces are written, inside.</summary>
    public bool IsPhraseWith(Candidate other)
    {
        if (this == other)
            return false;

        var separator = Surface.IndexOfAny([' ', '-', '\u00A0']);
        return separator < 0
            ? Surface[0] >= 0x3000 && Surface.Contains(other.Surface, StringComparison.Ordinal)
            : Surface.AsSpan(0, separator).Equals(other.Surface, StringComparison.OrdinalIgnoreCase)
                || Surface.AsSpan(separator + 1).Equals(other.Surface, StringComparison.OrdinalIgnoreCase);
    }
}
