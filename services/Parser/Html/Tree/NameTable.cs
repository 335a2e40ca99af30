namespace Dateline.Parser.Html.Tree;

/// <summary>Finds the number of a known name without making a string of it; the case of letters does not count.</summary>
internal sealed class NameTable
{
    private readonly string?[] names;
    private readonly ushort[] numbers;

    /// <param name="known">Each name's number is its place in the list, counted from one; empty places are left out.</param>
    public NameTable(IReadOnlyList<string> known)
    {
        // Four places for each name keep most of them at the first one tried.
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)known.Count * 4);
        names = new string?[size];
        numbers = new ushort[size];
        for (var i = 0; i < known.Count; i++)
        {
            if (known[i].Length == 0)
                continue;
            var at = Hash(known[i]) & (size - 1);
            while (names[at] is not null)
                at = (at + 1) & (size - 1);
            (names[at], numbers[at]) = (known[i], (ushort)(i + 1));
        }
    }

    /// <summary>Zero for a name that is not known.</summary>
    public int Find(ReadOnlySpan<char> name)
    {
        for (var at = Hash(name) & (names.Length - 1); names[at] is { } known; at = (at + 1) & (names.Length - 1))
        {
            if (known.Length == name.Length && System.Text.Ascii.EqualsIgnoreCase(known, name))
                return numbers[at];
        }

        return 0;
    }

    private static int Hash(ReadOnlySpan<char> name)
    {
        var hash = name.Length;
        foreach (var character in name)
            hash = unchecked((hash * 31) + (character | 0x20));
        return hash ^ (hash >> 7);
    }
}
