using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Dateline.Storage.Revisions;

/// <summary>
/// The difference of two texts: unified by paragraphs, with the changed words of a changed paragraph in <c>[-…-]</c> and <c>{+…+}</c>.
/// </summary>
internal sealed record TextDiff(string Unified, int WordsAdded, int WordsRemoved)
{
    /// <summary>Finding the shortest difference is quadratic in the number of differences: beyond this, texts are shown as replaced.</summary>
    private const int MostWords = 20_000;

    private const int LongestDiff = 60_000;

    private static readonly char[] Spaces = [' ', '\n', '\t', '\r', '\u00A0', '\u3000'];

    public static TextDiff Between(string before, string after)
    {
        var paragraphs = Differ.Instance.CreateDiffs(before, after, false, false, LineChunker.Instance);
        var unified = new StringBuilder();
        var (added, removed) = (0, 0);
        foreach (var block in paragraphs.DiffBlocks)
        {
            var old = string.Join('\n', paragraphs.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            var fresh = string.Join('\n', paragraphs.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            unified.Append("@@ -").Append(block.DeleteStartA + 1).Append(',').Append(block.DeleteCountA)
                .Append(" +").Append(block.InsertStartB + 1).Append(',').Append(block.InsertCountB).Append(" @@\n");
            var (plus, minus) = Words(unified, old, fresh);
            (added, removed) = (added + plus, removed + minus);
        }

        return new TextDiff(unified.Length > LongestDiff ? unified.ToString(0, Whole(unified)) + "\n… (cut)" : unified.ToString(), added, removed);
    }

    private static (int Added, int Removed) Words(StringBuilder unified, string old, string fresh)
    {
        if (old.Length == 0 || fresh.Length == 0 || Count(old) + Count(fresh) > MostWords)
        {
            Lines(unified, '-', old);
            Lines(unified, '+', fresh);
            return (Count(fresh), Count(old));
        }

        var words = Differ.Instance.CreateDiffs(old, fresh, false, false, new DelimiterChunker(Spaces));
        Lines(unified, '-', Marked(words.PiecesOld, words.DiffBlocks, block => (block.DeleteStartA, block.DeleteCountA), "[-", "-]"));
        Lines(unified, '+', Marked(words.PiecesNew, words.DiffBlocks, block => (block.InsertStartB, block.InsertCountB), "{+", "+}"));
        return (
            words.DiffBlocks.Sum(block => CountIn(words.PiecesNew, block.InsertStartB, block.InsertCountB)),
            words.DiffBlocks.Sum(block => CountIn(words.PiecesOld, block.DeleteStartA, block.DeleteCountA)));
    }

    private static string Marked(
        IReadOnlyList<string> pieces, IList<DiffBlock> blocks, Func<DiffBlock, (int Start, int Count)> side, string open, string close)
    {
        var text = new StringBuilder();
        var position = 0;
        foreach (var (start, count) in blocks.Select(side).Where(span => span.Count > 0))
        {
            text.AppendJoin("", pieces.Skip(position).Take(start - position));
            text.Append(open).AppendJoin("", pieces.Skip(start).Take(count)).Append(close);
            position = start + count;
        }

        return text.AppendJoin("", pieces.Skip(position)).ToString();
    }

    private static void Lines(StringBuilder unified, char sign, string text)
    {
        if (text.Length == 0)
            return;
        foreach (var line in text.Split('\n'))
            unified.Append(sign).Append(line).Append('\n');
    }

    private static int Count(string text) => text.Split(Spaces, StringSplitOptions.RemoveEmptyEntries).Length;

    private static int CountIn(IReadOnlyList<string> pieces, int start, int count) =>
        pieces.Skip(start).Take(count).Count(piece => !string.IsNullOrWhiteSpace(piece));

    private static int Whole(StringBuilder text) => char.IsHighSurrogate(text[LongestDiff - 1]) ? LongestDiff - 1 : LongestDiff;
}
