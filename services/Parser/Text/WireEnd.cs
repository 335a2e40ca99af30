namespace Dateline.Parser.Text;

/// <summary>Takes off what follows a story on the wire: end marks, notes behind them, contacts.</summary>
internal static class WireEnd
{
    public static void Cut(List<List<string>> groups)
    {
        CutAtEndMark(groups);
        CutContacts(groups);
        foreach (var group in groups)
            group.RemoveAll(line => WireMarks.IsMore(line) || !line.Any(char.IsLetterOrDigit));
        groups.RemoveAll(group => group.Count == 0);
        CutSignOffs(groups);
    }

    private static void CutSignOffs(List<List<string>> groups)
    {
        while (groups.Sum(group => group.Count) > 1 && SignOff.Closes(groups[^1][^1]))
        {
            groups[^1].RemoveAt(groups[^1].Count - 1);
            if (groups[^1].Count == 0)
                groups.RemoveAt(groups.Count - 1);
        }

        if (groups.Count > 0)
            groups[^1][^1] = SignOff.WithoutEndWord(groups[^1][^1]);
    }

    private static void CutAtEndMark(List<List<string>> groups)
    {
        var before = 0;
        var total = groups.Sum(group => group.Sum(line => WordCount.Of(line)));
        for (var g = 0; g < groups.Count; g++)
        {
            for (var i = 0; i < groups[g].Count; i++)
            {
                if (!WireMarks.IsEnd(groups[g][i]))
                {
                    before += WordCount.Of(groups[g][i]);
                    continue;
                }

                // A mark in the first half parts two things; which of them is the story is not ours to say.
                if (before * 2 < total)
                {
                    groups[g].RemoveAt(i--);
                    continue;
                }

                groups[g].RemoveRange(i, groups[g].Count - i);
                groups.RemoveRange(g + 1, groups.Count - g - 1);
                return;
            }
        }
    }

    private static void CutContacts(List<List<string>> groups)
    {
        var start = ContactBlock.Start([.. groups.SelectMany(group => group)]);
        for (var g = 0; g < groups.Count; g++)
        {
            if (start < groups[g].Count)
            {
                groups[g].RemoveRange(start, groups[g].Count - start);
                groups.RemoveRange(g + 1, groups.Count - g - 1);
                return;
            }

            start -= groups[g].Count;
        }
    }
}
