using System.Globalization;
using System.Text;
using Dateline.Contracts;

namespace Dateline.Storage.Stories;

/// <summary>What a text or a story is about: words with weights, of which most words have none.</summary>
internal sealed class TermWeights
{
    /// <summary>A story's words beyond that say nothing about its event.</summary>
    private const int MostTerms = 120;

    private readonly Dictionary<string, double> weights;
    private readonly double length;

    private TermWeights(Dictionary<string, double> weights)
    {
        this.weights = weights;
        length = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
    }

    public static TermWeights None { get; } = new([]);

    public bool IsEmpty => weights.Count == 0;

    /// <summary>Heaviest first.</summary>
    public IReadOnlyList<string> Terms { get => field ??= [.. Ordered(weights).Select(term => term.Key)]; }

    public static TermWeights Of(IReadOnlyList<Keyword> terms)
    {
        var weights = new Dictionary<string, double>(terms.Count, StringComparer.Ordinal);
        foreach (var term in terms)
        {
            // What came over the wire may hold anything; a blank would tear the stored form apart.
            var text = Articles.CleanText.Of(term.Text);
            if (text.Length > 0 && !text.Any(char.IsWhiteSpace) && double.IsFinite(term.Score) && term.Score > 0)
                weights[text] = term.Score;
        }

        return new TermWeights(weights);
    }

    public static TermWeights Read(string text)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < parts.Length; i += 2)
            weights[parts[i]] = double.Parse(parts[i + 1], CultureInfo.InvariantCulture);
        return new TermWeights(weights);
    }

    /// <summary>Each word and its weight, heaviest first, all separated by blanks.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        foreach (var (term, weight) in Ordered(weights))
            text.Append(text.Length > 0 ? " " : "").Append(term).Append(' ').Append(weight.ToString("0.####", CultureInfo.InvariantCulture));
        return text.ToString();
    }

    /// <summary>Cosine of the angle, 0 to 1.</summary>
    public double SimilarityTo(TermWeights other)
    {
        if (IsEmpty || other.IsEmpty)
            return 0;

        var (few, many) = weights.Count < other.weights.Count ? (weights, other.weights) : (other.weights, weights);
        return few.Sum(term => term.Value * many.GetValueOrDefault(term.Key)) / (length * other.length);
    }

    public TermWeights Plus(TermWeights other) => Sum(other, 1);

    public TermWeights Minus(TermWeights other) => Sum(other, -1);

    private TermWeights Sum(TermWeights other, int sign)
    {
        var sum = new Dictionary<string, double>(weights, StringComparer.Ordinal);
        foreach (var (term, weight) in other.weights)
            sum[term] = Math.Round(sum.GetValueOrDefault(term) + sign * weight, 4);
        return new TermWeights(Ordered(sum).Where(term => term.Value > 0).Take(MostTerms).ToDictionary(StringComparer.Ordinal));
    }

    private static IEnumerable<KeyValuePair<string, double>> Ordered(Dictionary<string, double> weights) =>
        weights.OrderByDescending(term => term.Value).ThenBy(term => term.Key, StringComparer.Ordinal);
}
