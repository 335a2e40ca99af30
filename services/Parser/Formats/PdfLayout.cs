using Dateline.Parser.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using TextBlock = UglyToad.PdfPig.DocumentLayoutAnalysis.TextBlock;

namespace Dateline.Parser.Formats;

/// <summary>Finds what stands together on a page, and in which order it is read.</summary>
internal static class PdfLayout
{
    /// <summary>A page of a broadsheet has some 20 000.</summary>
    public const int MaxLetters = 40_000;

    /// <summary>Finding their order is quadratic; a page in use has fewer than a hundred.</summary>
    private const int MaxBlocks = 1_000;

    /// <summary>Finding what belongs together grows with the square of them; a page of a broadsheet has some 4 000.</summary>
    private const int MaxWords = 6_000;

    /// <summary>Points, below which two places are one.</summary>
    private const double SamePlace = 0.05;

    /// <summary>Null for a page with more words than a page can show.</summary>
    public static IReadOnlyList<PdfBlock>? Blocks(Page page)
    {
        var words = NearestNeighbourWordExtractor.Instance.GetWords(Shown(page.Letters)).Where(word => word.Text.Trim().Length > 0).ToList();
        if (words.Count == 0)
            return [];
        if (words.Count > MaxWords)
            return null;

        IReadOnlyList<TextBlock> blocks = DocstrumBoundingBoxes.Instance.GetBlocks(words);
        if (blocks.Count <= MaxBlocks)
            blocks = [.. UnsupervisedReadingOrderDetector.Instance.Get(blocks).OrderBy(block => block.ReadingOrder)];
        var top = blocks.Max(block => block.BoundingBox.Top);
        var bottom = blocks.Min(block => block.BoundingBox.Bottom);
        return [.. blocks.Select(block => new PdfBlock(
            [.. block.TextLines.Select(line => TextCleaner.Line(line.Text)).Where(line => line.Length > 0)],
            Size(block),
            block.BoundingBox.Top >= top - 1 || block.BoundingBox.Bottom <= bottom + 1))];
    }

    /// <summary>
    /// A letter is seen once however often it is printed in one place, which makes it bold; an accent may stand over it. Five hundred
    /// in one place cost the search for blocks a second, two thousand a quarter of a minute.
    /// </summary>
    private static List<Letter> Shown(IReadOnlyList<Letter> letters)
    {
        var places = new Dictionary<(long, long), List<string>>();
        return [.. letters.Where(letter =>
        {
            var place = ((long)Math.Round(letter.StartBaseLine.X / SamePlace), (long)Math.Round(letter.StartBaseLine.Y / SamePlace));
            if (!places.TryGetValue(place, out var there))
                places[place] = there = [];
            if (there.Count > 1 || there.Contains(letter.Value))
                return false;
            there.Add(letter.Value);
            return true;
        })];
    }

    /// <summary>The one most letters have.</summary>
    private static double Size(TextBlock block) => block.TextLines.SelectMany(line => line.Words).SelectMany(word => word.Letters)
        .GroupBy(letter => Math.Round(letter.PointSize, 1)).MaxBy(group => group.Count())?.Key ?? 0;
}
