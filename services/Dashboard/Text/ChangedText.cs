namespace Dateline.Dashboard.Text;

/// <summary>Reads the archive's diffs: unified by paragraphs, with the changed words in <c>[-…-]</c> and <c>{+…+}</c>.</summary>
public static class ChangedText
{
    public static IReadOnlyList<ChangedLine> Read(string diff)
    {
        var lines = new List<ChangedLine>();
        var written = diff.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("@@", StringComparison.Ordinal)).ToList();
        for (var i = 0; i < written.Count;)
        {
            // What changed may reach over paragraphs: those of one sign are read together and parted again.
            var sign = written[i][0];
            var together = written.Skip(i).TakeWhile(line => line[0] == sign).ToList();
            lines.AddRange(Lines(sign, together));
            i += together.Count;
        }

        return lines;
    }

    private static IEnumerable<ChangedLine> Lines(char sign, IReadOnlyList<string> together) => sign switch
    {
        '-' => Parted(ChangeKind.Removed, Parts(Joined(together), "[-", "-]")),
        '+' => Parted(ChangeKind.Added, Parts(Joined(together), "{+", "+}")),
        _ => together.Select(line => new ChangedLine(ChangeKind.Kept, [new MarkedPart(line.TrimStart(' '), false)])),
    };

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => line[1..]));

    private static IEnumerable<ChangedLine> Parted(ChangeKind kind, List<MarkedPart> parts)
    {
        var line = new List<MarkedPart>();
        foreach (var part in parts)
        {
            var pieces = part.Text.Split('\n');
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0 && line.Count > 0)
                {
                    yield return new ChangedLine(kind, line);
                    line = [];
                }

                if (pieces[i].Length > 0)
                    line.Add(part with { Text = pieces[i] });
            }
        }

        if (line.Count > 0)
            yield return new ChangedLine(kind, line);
    }

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
