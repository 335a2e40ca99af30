using Dateline.Contracts;

namespace Dateline.Enricher.Tests;

/// <summary>Articles that several tests read.</summary>
internal static class Articles
{
    public static Article Bridge { get; } = new()
    {
        Title = "Kamuzu bridge closed after cracks are found",
        Dateline = new Contracts.Dateline { Place = "LILONGWE", Date = new DateOnly(2024, 6, 3) },
        Blocks =
        [
            new Block { Kind = BlockKind.Caption, Text = "The bridge on Sunday evening, seen from the northern bank." },
            new Block
            {
                Kind = BlockKind.Paragraph,
                Text = "LILONGWE, 3 June 2024 – The Kamuzu bridge will be closed for repairs until October, the roads authority said on Monday. "
                    + "Engineers had found cracks in two of its pillars.",
            },
            new Block { Kind = BlockKind.Paragraph, Text = "Also read: Ferry tickets become cheaper" },
            new Block { Kind = BlockKind.Heading, Text = "Long queues", Level = 2 },
            new Block
            {
                Kind = BlockKind.Paragraph,
                Text = "About 9,000 drivers cross the bridge every day. The detour through Lilongwe’s old town takes half an hour, and the ferry is full.",
            },
        ],
        ParserVersion = "test",
    };
}
