namespace Dateline.Parser.Body;

/// <summary>Says from a passage's words alone whether an article or what stands around one is worded so: a linear model of hashed words and pairs of words.</summary>
internal sealed class Wording(sbyte[] weights, float scale)
{
    /// <summary>A power of two.</summary>
    public const int Buckets = 1 << 15;

    /// <summary>Lines around an article are short, and prose shows itself at once.</summary>
    private const int MaxWords = 40;

    private const uint Prime = 16777619;

    /// <summary>Above 0 for the words of articles.</summary>
    public float[] Score(IReadOnlyList<Passage> passages)
    {
        var scores = new float[passages.Count];
        var buckets = new List<int>();
        for (var i = 0; i < scores.Length; i++)
        {
            Read(passages[i].Text, buckets);
            var sum = 0;
            foreach (var bucket in buckets)
                sum += weights[bucket];
            scores[i] = buckets.Count == 0 ? 0 : sum * scale / MathF.Sqrt(buckets.Count);
        }

        return scores;
    }

    /// <summary>Replaces what the list holds by the buckets of the text's words, of each with the one before it, and of the first and the last.</summary>
    public static void Read(ReadOnlySpan<char> text, List<int> buckets)
    {
        buckets.Clear();
        uint before = 1, words = 0;
        for (var i = 0; i < text.Length && words < MaxWords;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                if (text[i] is '©' or '|' or '»' or '›' or '@' or '#')
                    before = Next(before, text[i]);
                i++;
                continue;
            }

            var word = 2166136261;
            for (; i < text.Length && char.IsLetterOrDigit(text[i]); i++)
                word = Next(word, text[i]);
            buckets.Add(Bucket(word));
            buckets.Add(Bucket((before * 31) ^ word));
            before = word;
            words++;
        }

        if (words > 0 && words < MaxWords)
            buckets.Add(Bucket((before * 37) ^ (words < 5 ? words : 5)));
    }

    /// <summary>Numbers are told by how many digits they have.</summary>
    private static uint Next(uint hash, char character) =>
        unchecked((hash ^ (character < '\u0080' ? (char.IsAsciiDigit(character) ? '0' : (uint)character | 0x20) : char.ToLowerInvariant(character))) * Prime);

    private static int Bucket(uint hash) => (int)((hash ^ (hash >> 15) ^ (hash >> 23)) & (Buckets - 1));

    public void Save(BinaryWriter writer)
    {
        writer.Write(scale);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes<sbyte>(weights));
    }

    public static Wording Load(BinaryReader reader)
    {
        var scale = reader.ReadSingle();
        var weights = new sbyte[Buckets];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return new Wording(weights, scale);
    }
}
