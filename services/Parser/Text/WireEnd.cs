namespace Dateline.Parser.Text;

/// <summary>Takes off what follows a story on the wire: end marks, notes behind them, contacts.</summary>
internal static class WireEnd
{
    public static void Cut(List<List<string>> groups)
    {
        CutAtEndMark(groups);
        CutContacts(groups);
        foreach (var group in groups)
            group.RemoveAll(WireMarks.IsMore);
        groups.RemoveAll(group => group.Count == 0);
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
