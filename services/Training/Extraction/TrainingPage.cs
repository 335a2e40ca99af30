using Dateline.Parser;
using Dateline.Parser.Body;
using Dateline.Parser.Formats;

namespace Dateline.Training.Extraction;

/// <summary>A page's passages, their descriptions, and which of them are the article.</summary>
internal sealed record TrainingPage(GoldPage Gold, int Fold, IReadOnlyList<Passage> Passages, PageHints Hints, float[] Labels, float[] Weights)
{
    public const int Folds = 5;

    /// <summary>What pieces say is a small part of a page; still each piece was chosen for being hard.</summary>
    private const float PieceWeight = 0.02f;

    public static TrainingPage? Read(GoldPage gold)
    {
        if (HtmlReader.ReadPassages(File.ReadAllBytes(gold.Path), new ParserOptions()) is not var (passages, hints))
            return null;

        var labels = GoldLabels.Of(gold, passages);
        return new TrainingPage(gold, FoldOf(gold.Site), passages, hints, labels, WeightsOf(gold, passages, labels));
    }

    private static int FoldOf(string site)
    {
        var hash = 17u;
        foreach (var character in site)
            hash = unchecked((hash * 16777619) ^ character);
        return (int)((hash >> 8) % Folds);
    }

    /// <summary>Figures count words and each page alike; of long passages less than all their words, or nobody would learn the short ones.</summary>
    private static float[] WeightsOf(GoldPage gold, IReadOnlyList<Passage> passages, float[] labels)
    {
        if (gold.Text is null)
            return [.. labels.Select(label => float.IsNaN(label) ? 0 : PieceWeight)];

        // Where the gold is a small part of the page's prose it may be cut short: such a page must not outweigh the others.
        var article = passages.Zip(labels).Sum(pair => pair.Second > 0.5f ? pair.First.Words : 0);
        var prose = passages.Sum(passage => passage.IsProse ? passage.Words : 0);
        var all = Math.Max(article, prose / 2) + 100f;
        return [.. passages.Zip(labels).Select(pair => float.IsNaN(pair.Second) ? 0 : (pair.First.Words + 4) / all)];
    }
}
