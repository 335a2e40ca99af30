namespace Dateline.Enricher.Language;

/// <summary>Turns letters into hashed character n-grams, the features of the language model.</summary>
internal static class NGrams
{
    public const int MaxOrder = 4;

    /// <summary>
    /// The feature of an n-gram whose last letter stands in the lowest 16 bits. Four letters fit into 64 bits, so that
    /// n-grams collide only in the 32 bits that are kept.
    /// </summary>
    public static uint Mix(ulong packed, int order)
    {
        // The finaliser of SplitMix64.
        var z = packed + (ulong)order * 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return (uint)(z >> 32 ^ z);
    }

    /// <summary>
    /// Visits the n-grams that end before <paramref name="end"/>, shortest first. They grow to the left and stop at the
    /// space before a word: what spans two words says little about the language.
    /// </summary>
    public static Enumerator EndingAt(ReadOnlySpan<char> letters, int end) => new(letters, end);

    /// <summary>The n-grams of one end. A structure of its own, because this is the innermost loop.</summary>
    public ref struct Enumerator(ReadOnlySpan<char> letters, int end)
    {
        private readonly ReadOnlySpan<char> _letters = letters;
        private ulong _packed;
        private bool _atSpace;

        public int Order { get; private set; }

        public readonly uint Key => Mix(_packed, Order);

        public bool MoveNext()
        {
            if (_atSpace || Order == MaxOrder || Order == end)
                return false;

            var letter = _letters[end - ++Order];
            _packed |= (ulong)letter << 16 * (Order - 1);
            _atSpace = letter == ' ' && Order > 1;

            // A space alone is no feature, but one that ends a word is part of the longer n-grams.
            return letter != ' ' || Order > 1 || MoveNext();
        }
    }
}
