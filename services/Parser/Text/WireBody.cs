using Dateline.Contracts;
using Dateline.Parser.Metadata;

namespace Dateline.Parser.Text;

/// <summary>Makes blocks of a story's lines.</summary>
internal static class WireBody
{
    private const int MaxHeadingLength = 90;
    private const int MaxHeadingWords = 14;

    public static IEnumerable<Block> Blocks(List<List<string>> groups, Draft draft)
    {
        var blocks = new List<Block>();
        for (var g = 0; g < groups.Count; g++)
        {
            var group = groups[g].Where(line => !LinkLines.IsLink(line)).ToList();
            if (group.Count > 0 && group.TrueForAll(ListItems.IsItem))
            {
                blocks.Add(new Block { Kind = BlockKind.List, Text = string.Join('\n', group.Select(ListItems.Strip)) });
                continue;
            }

            for (var i = 0; i < group.Count; i++)
            {
                if (Bylines.ReadCredit(group[i]) is { Count: > 0 } names)
                {
                    if (draft.Authors.Count == 0)
                        draft.Authors.AddRange(names);
                    continue;
                }

                if (!Repeats(blocks, group[i], draft))
                    blocks.Add(new Block { Kind = Kind(group, i, blocks.Count, IsLast(groups, g)), Text = group[i], Level = null });
            }
        }

        return blocks.Select((block, index) => block.Kind == BlockKind.Heading
            ? index + 1 < blocks.Count && blocks[index + 1].Kind != BlockKind.Heading ? block with { Level = 2 } : block with { Kind = BlockKind.Paragraph }
            : block);
    }

    /// <summary>A line that was there already makes the one before it a caption, or was pasted twice.</summary>
    private static bool Repeats(List<Block> blocks, string line, Draft draft)
    {
        if (blocks.Count == 0)
            return false;

        var before = blocks[^1];
        if (blocks.Count > 1 && Captions.AreOneCaption(before.Text, line))
        {
            blocks[^1] = before with { Kind = BlockKind.Caption, Text = before.Text.Length >= line.Length ? before.Text : line, Level = null };
            return true;
        }

        if (!before.Text.Equals(line, StringComparison.Ordinal))
            return false;

        draft.Warnings.Add("A paragraph stood twice in a row and was kept once.");
        return true;
    }

    private static BlockKind Kind(List<string> group, int index, int blocksBefore, bool last)
    {
        var line = group[index];
        if (Captions.IsLabelled(line))
            return BlockKind.Caption;

        var alone = group.Count == 1 || index == 0;
        return alone && blocksBefore > 0 && !(last && index == group.Count - 1) && IsHeading(line) ? BlockKind.Heading : BlockKind.Paragraph;
    }

    private static bool IsHeading(string line) =>
        line.Length <= MaxHeadingLength
        && WordCount.Of(line) is >= 1 and <= MaxHeadingWords
        && (char.IsUpper(line[0]) || char.IsDigit(line[0]) || char.GetUnicodeCategory(line[0]) == System.Globalization.UnicodeCategory.OtherLetter)
        && line[^1] is not ('.' or ',' or ';' or '!' or '…' or '"' or '”' or '»' or '。');

    private static bool IsLast(List<List<string>> groups, int index) => index == groups.Count - 1;
}
