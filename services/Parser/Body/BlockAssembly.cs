using Dateline.Contracts;

namespace Dateline.Parser.Body;

/// <summary>Makes blocks of chosen passages: items of one list, rows of one table and paragraphs of one quotation are one block.</summary>
internal static class BlockAssembly
{
    public static List<Block> Join(IEnumerable<Passage> passages)
    {
        var blocks = new List<Block>();
        Place? open = null;
        foreach (var passage in passages)
        {
            var kind = KindOf(passage.Kind);
            var group = kind is BlockKind.List or BlockKind.Table or BlockKind.Quote ? passage.Place.Group : null;
            if (group is not null && ReferenceEquals(group, open) && blocks[^1].Kind == kind)
                blocks[^1] = blocks[^1] with { Text = $"{blocks[^1].Text}\n{passage.Text}" };
            else
                blocks.Add(new Block { Kind = kind, Text = passage.Text, Level = kind == BlockKind.Heading ? passage.Place.Tag is ['h', var level] ? level - '0' : 2 : null });
            open = group;
        }

        return blocks;
    }

    private static BlockKind KindOf(PassageKind kind) => kind switch
    {
        PassageKind.Heading => BlockKind.Heading,
        PassageKind.ListItem => BlockKind.List,
        PassageKind.Quote => BlockKind.Quote,
        PassageKind.Caption => BlockKind.Caption,
        PassageKind.Row => BlockKind.Table,
        PassageKind.Code => BlockKind.Code,
        _ => BlockKind.Paragraph,
    };
}
