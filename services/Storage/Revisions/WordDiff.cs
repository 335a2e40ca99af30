using DiffPlex;
using DiffPlex.Chunkers;

namespace Dateline.Storage.Revisions;

/// <summary>The difference of two texts word by word, for programs that show it their own way.</summary>
internal static class WordDiff
{
    private const string Same = "same";
    private const string Added = "added";
    private const string Removed = "removed";

    /// <summary>Finding the shortest difference is quadratic in the number of differences: longer texts are shown as replaced.</summary>
    private const int MostCharacters = 200_000;

    private static readonly char[] Spaces = [' ', '\n', '\t', '\r', '\u00A0', '\u3000'];

    public static IReadOnlyList<DiffRun> Between(string before, string after)
    {
        if (before.Length + after.Length > MostCharacters)
            return [new DiffRun(Removed, before), new DiffRun(Added, after)];

        var words = Differ.Instance.CreateDiffs(before, after, false, false, new DelimiterChunker(Spaces));
        var runs = new List<DiffRun>();
        var position = 0;
        foreach (var block in words.DiffBlocks)
        {
            Add(runs, Same, words.PiecesOld, position, block.DeleteStartA - position);
            Add(runs, Removed, words.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(runs, Added, words.PiecesNew, block.InsertStartB, block.InsertCountB);
            position = block.DeleteStartA + block.DeleteCountA;
        }

        Add(runs, Same, words.PiecesOld, position, words.PiecesOld.Count - position);
        return runs;
    }

    private static void Add(List<DiffRun> runs, string kind, IReadOnlyList<string> pieces, int start, int count)
    {
        if (count > 0)
            runs.Add(new DiffRun(kind, string.Concat(pieces.Skip(start).Take(count))));
    }
}
