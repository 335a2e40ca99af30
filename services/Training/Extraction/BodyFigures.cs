namespace Dateline.Training.Extraction;

/// <summary>Precision and recall of word 4-grams averaged over pages, as in the article extraction benchmark, and of pieces of text.</summary>
internal sealed class BodyFigures
{
    private readonly List<double> precisions = [];
    private readonly List<double> recalls = [];
    private int right;
    private int wrong;
    private int missed;

    public List<(string Page, double Precision, double Recall)> Pages { get; } = [];

    public double Precision => precisions.DefaultIfEmpty().Average();

    public double Recall => recalls.DefaultIfEmpty().Average();

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public double PieceF1 => right == 0 ? 0 : 2.0 * right / ((2 * right) + wrong + missed);

    public double PiecePrecision => right == 0 ? 0 : right / (double)(right + wrong);

    public void Add(GoldPage gold, string text)
    {
        if (gold.Text is not null)
        {
            var (precision, recall) = new[] { gold.Text, gold.OtherText }.Where(known => known is not null).Select(known => Compare(known!, text)).MaxBy(pair => pair.Precision + pair.Recall);
            if (text.Length > 0)
                precisions.Add(precision);
            recalls.Add(recall);
            Pages.Add((gold.Path, precision, recall));
        }

        var spaced = Tokens.Spaced(text);
        var found = gold.With.Count(piece => spaced.Contains(Tokens.Spaced(piece), StringComparison.Ordinal));
        right += found;
        missed += gold.With.Count - found;
        wrong += gold.Without.Count(piece => spaced.Contains(Tokens.Spaced(piece), StringComparison.Ordinal));
    }

    private static (double Precision, double Recall) Compare(string known, string text)
    {
        var wanted = Tokens.Runs(Tokens.Of(known), 4).CountBy(run => run).ToDictionary(pair => pair.Key, pair => pair.Value);
        var given = Tokens.Runs(Tokens.Of(text), 4).CountBy(run => run).ToDictionary(pair => pair.Key, pair => pair.Value);
        double shared = given.Sum(pair => Math.Min(pair.Value, wanted.GetValueOrDefault(pair.Key)));
        return (given.Count == 0 ? 0 : shared / given.Values.Sum(), wanted.Count == 0 ? 1 : shared / wanted.Values.Sum());
    }
}
