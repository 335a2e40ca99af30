namespace Dateline.Benchmarks.Archives.Loading;

/// <summary>
/// The made-up words of a language by rank, and a draw among them in which they are as common as in real text: the word of rank r
/// has a share of 1 / (r + 2.7), as Mandelbrot corrected Zipf. Common words are short, as in real languages.
/// </summary>
internal sealed class Vocabulary
{
    public const int Size = 60_000;

    private const double Shift = 2.7;

    private static readonly double[] Cumulative = Shares();

    private readonly string[] words;

    private Vocabulary(string language, double share, string[] words) => (Language, Share, this.words) = (language, share, words);

    public string Language { get; }

    /// <summary>Part of all stories that are told in it.</summary>
    public double Share { get; }

    public static IReadOnlyList<Vocabulary> All { get; } =
    [
        Of("en", 0.50, "b br ch d dr f g h k l m n p r s sh st t tr v w", "a e i o u ea ou ai"),
        Of("es", 0.13, "b c ch d f g j l ll m n ñ p r rr s t v", "a e i o u á é ó ie ue"),
        Of("de", 0.12, "b br d f g h k kl l m n pf r s sch st t w z", "a e i o u ä ö ü ei au"),
        Of("fr", 0.10, "b c ch d f g j l m n p pr qu r s t v", "a e é è i o u ou eau oi"),
        Of("ru", 0.06, "б в г д ж з к л м н п р с т ст х ц ш", "а е и о у ы я ю"),
        Of("it", 0.05, "b c d f g gl gn l m n p r s sc t v z", "a e i o u à ia io"),
        Of("pt", 0.04, "b c d f g l lh m n nh p r s t v x", "a e i o u ã õ á ei"),
    ];

    /// <summary>From 0, the commonest first.</summary>
    public string this[int rank] => words[rank];

    public static int Draw(ref Dice dice)
    {
        var found = Array.BinarySearch(Cumulative, dice.Share());
        return Math.Min(Size - 1, found < 0 ? ~found : found + 1);
    }

    private static Vocabulary Of(string language, double share, string consonants, string vowels)
    {
        string[] syllables = [.. consonants.Split(' ').SelectMany(_ => vowels.Split(' '), (consonant, vowel) => consonant + vowel)];
        var words = new List<string>(Size);
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (long number = 0; words.Count < Size; number++)
        {
            var dice = new Dice(number, language[0] * 256 + language[1]);
            var length = words.Count < 40 ? 1 : words.Count < 2_500 ? 2 : 3;
            var word = string.Concat(Enumerable.Range(0, length).Select(_ => syllables[dice.Below(syllables.Length)]));
            if (known.Add(word))
                words.Add(word);
        }

        return new Vocabulary(language, share, [.. words]);
    }

    private static double[] Shares()
    {
        var cumulative = new double[Size];
        var sum = 0.0;
        for (var rank = 0; rank < Size; rank++)
            cumulative[rank] = sum += 1 / (rank + 1 + Shift);
        for (var rank = 0; rank < Size; rank++)
            cumulative[rank] /= sum;
        return cumulative;
    }
}
