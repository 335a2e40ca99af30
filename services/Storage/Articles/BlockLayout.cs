using System.Text.Json;
using Dateline.Contracts;

namespace Dateline.Storage.Articles;

/// <summary>Keeps the blocks of a text as their kinds and lengths, so that the text itself is stored once.</summary>
internal static class BlockLayout
{
    private const int Separator = 2; // the empty line between two blocks

    private sealed record Part(BlockKind K, int N, int? L);

    public static string Write(IReadOnlyList<Block> blocks) =>
        JsonSerializer.Serialize(blocks.Select(block => new Part(block.Kind, block.Text.Length, block.Level)), ArchiveJson.Options);

    public static IReadOnlyList<Block> Read(string text, string layout)
    {
        var blocks = new List<Block>();
        var start = 0;
        foreach (var part in JsonSerializer.Deserialize<Part[]>(layout, ArchiveJson.Options)!)
        {
            blocks.Add(new Block { Kind = part.K, Level = part.L, Text = text.Substring(start, part.N) });
            start += part.N + Separator;
        }

        return blocks;
    }
}
