using System.Text.RegularExpressions;
using Dateline.Contracts;
using Dateline.Parser.Body;
using Dateline.Parser.Metadata;
using Dateline.Parser.Text;

namespace Dateline.Parser.Html;

/// <summary>Takes out what extraction leaves in: the title said again, link and share lines, bylines, doubled captions.</summary>
internal static partial class BlockFilter
{
    private const int MaxFurnitureWords = 24;

    public static List<Block> Clean(IEnumerable<Block> blocks, string? title, Draft draft)
    {
        var kept = new List<Block>();
        foreach (var block in blocks)
        {
            if (IsTitle(block, title) || LinkLines.IsLink(block.Text) || IsFurniture(block))
                continue;

            if (Byline(block, kept) is { Count: > 0 } names)
            {
                if (draft.Authors.Count == 0)
                    draft.Authors.AddRange(names);
                continue;
            }

            if (kept.Count > 0 && (kept[^1].Text == block.Text || (block.Kind == BlockKind.Caption && Captions.AreOneCaption(kept[^1].Text, block.Text))))
            {
                if (block.Kind == BlockKind.Caption)
                    kept[^1] = block;
                continue;
            }

            kept.Add(block.Kind == BlockKind.Paragraph && Captions.IsLabelled(block.Text) ? block with { Kind = BlockKind.Caption } : block);
        }

        // A heading with nothing under it headed what was taken out.
        while (kept.Count > 0 && kept[^1].Kind == BlockKind.Heading)
            kept.RemoveAt(kept.Count - 1);
        return kept;
    }

    private static bool IsTitle(Block block, string? title) =>
        title is not null
        && block.Kind is BlockKind.Heading or BlockKind.Paragraph
        && Lettering.AreEqual(block.Text, title);

    private static IReadOnlyList<string> Byline(Block block, List<Block> kept) =>
        block.Kind == BlockKind.Paragraph && kept.Count <= 2 ? Bylines.Read(block.Text) : [];

    private static bool IsFurniture(Block block) =>
        block.Kind is not (BlockKind.Table or BlockKind.Code) && IsFurniture(block.Text);

    /// <summary>A short line that says nothing but "share", "advertisement", "all rights reserved" or the like.</summary>
    public static bool IsFurniture(string text) => WordCount.Of(text) <= MaxFurnitureWords && Furniture().IsMatch(text);

    [GeneratedRegex(@"^\W{0,4}(?:share\b(?:\s+(?:this|on|via|article|story).*)?|(?:follow|like|join)\s+us\b.*|(?:sign\s+up|subscribe|register)\b.*(?:newsletter|updates|alerts|inbox|channel|today|now|free).*|(?:get|our)\s.*newsletter.*|advertisement|sponsored(?:\s+content)?|comments?(?:\s*\(?\d*\)?)?|leave\s+a\s+(?:comment|reply).*|tags?\s*:.*|topics?\s*:.*|filed\s+under\b.*|copyright\b.*|©.*|all\s+rights\s+reserved.*|print(?:\s+this)?(?:\s+\w+)?|e-?mail(?:\s+this)?(?:\s+\w+)?|teilen|anzeige|werbung|newsletter\b.*|partager|publicité|compartir|publicidad|compartilhar|condividi|\d+\s+min(?:ute)?s?\s+read|skip\s+to\s+.*|\d+\s+(?:comments|shares|views))\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Furniture();
}
