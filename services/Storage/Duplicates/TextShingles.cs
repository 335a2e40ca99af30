using Dateline.Query.Analysis;

namespace Dateline.Storage.Duplicates;

/// <summary>The runs of consecutive words of a text: what two copies share although words, lines and ends were changed.</summary>
internal sealed class TextShingles
{
    /// <summary>Longer runs are hardly ever shared by chance, so an index of them has short lists.</summary>
    private const int IndexedWords = 6;

    /// <summary>Shorter runs survive more small changes, so the share of common text is measured with them.</summary>
    private const int ComparedWords = 3;

    /// <summary>
    /// How many runs of a text are indexed: those with the smallest hashes, which two texts choose alike (bottom-k sketch, Cohen
    /// and Kaplan 2007). A copy that kept 40 % of a text shares about ten of them.
    /// </summary>
    private const int SketchSize = 24;

    /// <summary>What is longer is a book; its beginning tells it from others.</summary>
    private const int MostWords = 20_000;

    private readonly ulong[] runs;

    private TextShingles(ulong[] runs, long[] sketch)
    {
        this.runs = runs;
        Sketch = sketch;
    }

    /// <summary>Keys of the index of copies, the same for the same text at all times: never change how they are made.</summary>
    public IReadOnlyList<long> Sketch { get; }

    /// <summary>Distinct runs of three words.</summary>
    public int Count => runs.Length;

    public static TextShingles Of(string text)
    {
        var words = new List<ulong>(512);
        foreach (var word in TextAnalyzer.Words(text, rules: null))
        {
            words.Add(HashOf(word.Term));
            if (words.Count == MostWords)
                break;
        }

        return new TextShingles(Runs(words, ComparedWords), [.. Runs(words, IndexedWords).Take(SketchSize).Select(hash => (long)hash)]);
    }

    /// <summary>How many runs of three words stand in both.</summary>
    public int CommonWith(TextShingles other)
    {
        int common = 0, i = 0, j = 0;
        while (i < runs.Length && j < other.runs.Length)
        {
            var order = runs[i].CompareTo(other.runs[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return common;
    }

    private static ulong[] Runs(List<ulong> words, int length)
    {
        if (words.Count < length)
            return [];

        var hashes = new ulong[words.Count - length + 1];
        for (var i = 0; i < hashes.Length; i++)
        {
            var hash = (ulong)length;
            for (var j = 0; j < length; j++)
                hash = Mix(hash + words[i + j]);
            hashes[i] = hash;
        }

        Array.Sort(hashes);
        var distinct = 0;
        foreach (var hash in hashes)
        {
            if (distinct == 0 || hashes[distinct - 1] != hash)
                hashes[distinct++] = hash;
        }

        return hashes[..distinct];
    }

    /// <summary>FNV-1a: the same in every process, unlike the hash of a string.</summary>
    private static ulong HashOf(string term)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var character in term)
            hash = (hash ^ character) * 0x100000001B3;
        return hash;
    }

    /// <summary>The finaliser of SplitMix64.</summary>
    private static ulong Mix(ulong z)
    {
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
}
