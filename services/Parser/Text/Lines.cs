namespace Dateline.Parser.Text;

/// <summary>Parts plain text into the lines its author meant: hard wraps are undone, blank lines part groups.</summary>
internal static class Lines
{
    /// <summary>Editors and mail wrap between these widths.</summary>
    private const int MinWrap = 40;
    private const int MaxWrap = 100;

    /// <summary>Each inner list is what stood together between two blank lines.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Group(string text)
    {
        var groups = new List<IReadOnlyList<string>>();
        var current = new List<string>();
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = TextCleaner.Line(text.AsSpan()[range]);
            if (line.Length == 0 || SignOff.IsInitials(line))
                Close();
            if (line.Length > 0)
                current.Add(line);
        }

        Close();
        return groups;

        void Close()
        {
            if (current.Count == 0)
                return;
            groups.Add(IsWrapped(current) ? [string.Join(' ', current)] : current);
            current = [];
        }
    }

    /// <summary>All lines but the last are about as long as each other, and a sentence runs on over a line's end.</summary>
    private static bool IsWrapped(List<string> lines)
    {
        if (lines.Count < 2)
            return false;

        var runsOn = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Length is < MinWrap or > MaxWrap || ListItems.IsItem(lines[i + 1]) || Captions.AreOneCaption(lines[i], lines[i + 1]))
                return false;
            if (char.IsLower(lines[i + 1][0]) || lines[i][^1] is ',' or '-' || char.IsLetter(lines[i][^1]))
                runsOn++;
        }

        return runsOn * 2 >= lines.Count - 1 && (lines.Count > 2 || char.IsLower(lines[1][0]));
    }
}
