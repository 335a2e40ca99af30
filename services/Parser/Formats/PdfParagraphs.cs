using System.Text;
using Dateline.Contracts;
using Dateline.Parser.Text;

namespace Dateline.Parser.Formats;

/// <summary>Makes an article's blocks of what stands on pages: no running heads, words and sentences whole again, headings by their size.</summary>
internal static class PdfParagraphs
{
    private const double HeadingSize = 1.15;
    private const int MaxHeadingWords = 25;

    public static List<Block> Of(IReadOnlyList<IReadOnlyList<PdfBlock>> pages, Draft draft)
    {
        var running = RunningHeads(pages);
        var kept = pages.SelectMany(page => page).Where(block => block.Lines.Count > 0 && !(block.AtEdge && (running.Contains(Shape(block)) || IsPageNumber(block)))).ToList();
        if (kept.Count == 0)
            return [];

        var body = kept.GroupBy(block => block.Size).MaxBy(group => group.Sum(block => block.Lines.Sum(line => line.Length)))!.Key;
        var blocks = new List<Block>();
        foreach (var block in kept)
            Add(blocks, Join(block.Lines), block.Size > body * HeadingSize);

        // What is largest before the text begins is the headline.
        if (blocks is [{ Kind: BlockKind.Heading } headline, ..] && blocks.Count > 1)
        {
            draft.Title = headline.Text;
            blocks.RemoveAt(0);
        }

        return blocks;
    }

    private static void Add(List<Block> blocks, string text, bool large)
    {
        if (!text.Any(char.IsLetterOrDigit))
            return;
        if (large && WordCount.Of(text) <= MaxHeadingWords)
            blocks.Add(new Block { Kind = BlockKind.Heading, Level = 2, Text = text });
        else if (blocks is [.., { Kind: BlockKind.Paragraph } before] && RunsOn(before.Text, text))
            blocks[^1] = before with { Text = Join([before.Text, text]) };
        else
            blocks.Add(new Block { Kind = BlockKind.Paragraph, Text = text });
    }

    /// <summary>A sentence goes on in the next column or on the next page.</summary>
    private static bool RunsOn(string before, string after) => char.IsLower(after[0]) && before[^1] is not ('.' or '!' or '?' or ':' or '"' or '”');

    /// <summary>Lines become one; a word that was parted at a line's end is joined when its rest begins in lower case.</summary>
    private static string Join(IReadOnlyList<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length > 1 && text[^1] is '-' or '\u00AD' or '\u2010' && char.IsLetter(text[^2]) && char.IsLower(line[0]))
                text.Length--;
            else if (text.Length > 0)
                text.Append(' ');
            text.Append(line);
        }

        return text.ToString();
    }

    /// <summary>What stands at the edge of half of the pages, but for its numbers.</summary>
    private static HashSet<string> RunningHeads(IReadOnlyList<IReadOnlyList<PdfBlock>> pages) => pages.Count < 2 ? [] :
    [
        .. pages.SelectMany(page => page.Where(block => block.AtEdge).Select(Shape).Distinct())
            .GroupBy(shape => shape, StringComparer.Ordinal).Where(group => group.Count() >= Math.Max(2, pages.Count / 2)).Select(group => group.Key),
    ];

    private static string Shape(PdfBlock block) => string.Concat(string.Join(' ', block.Lines).Where(character => !char.IsDigit(character)));

    private static bool IsPageNumber(PdfBlock block) => block.Lines is [{ Length: <= 12 } line] && line.Any(char.IsDigit) && line.Count(char.IsLetter) <= 4;
}
