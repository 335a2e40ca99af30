namespace Dateline.Parser.Body;

/// <summary>Compares texts by their letters and digits alone.</summary>
internal static class Lettering
{
    public static bool AreEqual(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        int here = 0, there = 0;
        while (true)
        {
            while (here < one.Length && !char.IsLetterOrDigit(one[here]))
                here++;
            while (there < other.Length && !char.IsLetterOrDigit(other[there]))
                there++;
            if (here == one.Length || there == other.Length)
                return here == one.Length && there == other.Length;
            if (one[here] != other[there] && char.ToUpperInvariant(one[here]) != char.ToUpperInvariant(other[there]))
                return false;
            here++;
            there++;
        }
    }

    public static int Count(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var character in text)
            letters += char.IsLetterOrDigit(character) ? 1 : 0;
        return letters;
    }

    public static bool HasAny(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
                return true;
        }

        return false;
    }
}
