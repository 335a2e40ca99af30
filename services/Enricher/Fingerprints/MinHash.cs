using System.Numerics;
using System.Runtime.InteropServices;
using Dateline.Enricher.Segmentation;

namespace Dateline.Enricher.Fingerprints;

/// <summary>
/// MinHash (Broder 1997) of the set of three consecutive words: the share of positions at which two signatures agree
/// estimates the Jaccard similarity of two texts, with a standard error of at most 1 / (2 √128) = 0.044.
/// </summary>
public static class MinHash
{
    /// <summary>Numbers in a signature.</summary>
    public const int Size = 128;

    /// <summary>Fewer words have too few shingles to tell a copy from a common phrase.</summary>
    public const int MinWords = 12;

    private const int ShingleWords = 3;

    /// <summary>The seed of the permutations. Signatures of different seeds cannot be compared: never change it.</summary>
    private const ulong Seed = 0xDA7E11E;

    private static readonly uint[] Multipliers = Draw(0, odd: true);
    private static readonly uint[] Masks = Draw(1, odd: false);

    /// <summary>The estimated Jaccard similarity, 0 to 1; 0 when a signature is empty.</summary>
    public static double Similarity(IReadOnlyList<uint> first, IReadOnlyList<uint> second)
    {
        if (first.Count != Size || second.Count != Size)
            return 0;

        var equal = 0;
        for (var i = 0; i < Size; i++)
            equal += first[i] == second[i] ? 1 : 0;

        return (double)equal / Size;
    }

    internal static uint[] Of(ReadOnlySpan<char> text, List<Token> words)
    {
        if (words.Count < MinWords)
            return [];

        var signature = new uint[Size];
        Array.Fill(signature, uint.MaxValue);
        ulong first = 0, second = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var third = HashOf(words[i].In(text));
            if (i >= ShingleWords - 1)
                Lower(signature, (uint)(Mix(first + Mix(second + Mix(third))) >> 32));

            (first, second) = (second, third);
        }

        return signature;
    }

    private static void Lower(uint[] signature, uint shingle)
    {
        var values = MemoryMarshal.Cast<uint, Vector<uint>>(signature.AsSpan());
        var multipliers = MemoryMarshal.Cast<uint, Vector<uint>>(Multipliers);
        var masks = MemoryMarshal.Cast<uint, Vector<uint>>(Masks);
        var hash = new Vector<uint>(shingle);
        for (var i = 0; i < values.Length; i++)
        {
            // Multiplying orders by low bits only; folding the high bits down first makes the orders independent.
            var mixed = (hash ^ masks[i]) * multipliers[i];
            mixed ^= mixed >>> 15;
            values[i] = Vector.Min(values[i], mixed * multipliers[i]);
        }
    }

    /// <summary>FNV-1a over the lower-cased word.</summary>
    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var character in word)
        {
            var letter = character == '’' ? '\'' : char.ToLowerInvariant(character);
            hash = (hash ^ letter) * 0x100000001B3;
        }

        return hash;
    }

    private static uint[] Draw(int stream, bool odd)
    {
        var numbers = new uint[Size];
        for (var i = 0; i < Size; i++)
            numbers[i] = (uint)(Mix(Seed + (ulong)(stream * Size + i + 1) * 0x9E3779B97F4A7C15) >> 32) | (odd ? 1u : 0u);

        return numbers;
    }

    /// <summary>The finaliser of SplitMix64.</summary>
    private static ulong Mix(ulong z)
    {
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
}
