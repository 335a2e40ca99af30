namespace Dateline.Dashboard.Text;

/// <summary>Reads the archive's diffs: unified by paragraphs, with the changed words in <c>[-…-]</c> and <c>{+…+}</c>.</summary>
public static class ChangedText
{
    public static IReadOnlyList<ChangedLine> Read(string diff)
    {
        var lines = new List<ChangedLine>();
        foreach (var line in diff.Split('\n'))
        {
            if (line.Length > 0 && !line.StartsWith("@@", StringComparison.Ordinal))
                lines.Add(Line(line));
        }

        return lines;
    }

    private static ChangedLine Line(string line) => line[0] switch
    {
        '-' => new ChangedLine(ChangeKind.Removed, Parts(line.AsSpan(1), "[-", "-]")),
        '+' => new ChangedLine(ChangeKind.Added, Parts(line.AsSpan(1), "{+", "+}")),
        _ => new ChangedLine(ChangeKind.Kept, [new MarkedPart(line.TrimStart(' '), false)]),
    };

    private static List<MarkedPart> Parts(ReadOnlySpan<char> text, string open, string close)
    {
        var parts = new List<MarkedPart>();
        while (text.Length > 0)
        {
            var start = text.IndexOf(open, StringComparison.Ordinal);
            var length = start < 0 ? -1 : text[(start + open.Length)..].IndexOf(close, StringComparison.Ordinal);
            if (length < 0)
            {
                parts.Add(new MarkedPart(text.ToString(), false));
                break;
            }

            if (start > 0)
                parts.Add(new MarkedPart(text[..start].ToString(), false));
            parts.Add(new MarkedPart(text.Slice(start + open.Length, length).ToString(), true));
            text = text[(start + open.Length + length + close.Length)..];
        }

        return parts;
    }
}
