using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dateline.Fetcher.Files;

/// <summary>Takes the rows out of a table; each becomes an object with the table's heads as names, which the parser reads like any other.</summary>
internal static class TableItems
{
    public static IEnumerable<FileItem> Read(FileSource source, string name, UnpackingBudget budget)
    {
        var ahead = source.Ahead;
        var head = TableHead.Find(ahead, name, budget.Fields)!;
        if (!head.HasText)
            return [FileItem.Refused(name, "The table has no column that is called text, body or content. Name it so, or say what it is called: fields=Inhalt=text with the upload or the command, or Fetcher:Files:Fields.")];
        return Rows(new TableReader(new StreamReader(source.AsStream(), CharsetOf(ahead)), head.Delimiter, budget.Options.MaxItemBytes), head, name);
    }

    private static IEnumerable<FileItem> Rows(TableReader reader, TableHead head, string name)
    {
        reader.ReadRow(); // the heads
        var broken = (Name: "", Line: 0);
        for (var number = 1; reader.ReadRow() is { } row; number++)
        {
            var shown = string.Create(CultureInfo.InvariantCulture, $"{name}/{number}");
            // Behind a row whose quote is not closed come the lines of its text; the next whole row is the next one.
            if (row is [""] || (broken.Line > 0 && !reader.Unclosed && row.Count < head.Columns.Count))
                continue;
            if (broken.Line > 0)
                yield return Broken(broken, reader.Line - 1);
            broken = reader.Unclosed ? (shown, reader.Line) : default;
            if (reader.Unclosed)
                continue;

            yield return reader.TooLong ? FileItem.Refused(shown, $"The row in line {reader.Line} is too long for a document (Fetcher:Files:MaxItemBytes). Split it.")
                : row.Count > head.Columns.Count ? FileItem.Refused(shown, $"The row in line {reader.Line} has {row.Count} fields and the table {head.Columns.Count} columns. Put fields with a '{head.Delimiter}' between quotes.")
                : Item(shown, row, head);
        }

        if (broken.Line > 0)
            yield return Broken(broken, null);
        if (reader.GivenUp)
            yield return FileItem.Refused(name, $"Too many quotes of the table are not closed; what follows line {reader.Line} was left out. Write the table anew.");
    }

    private static FileItem Broken((string Name, int Line) row, int? last) => FileItem.Refused(row.Name, string.Create(CultureInfo.InvariantCulture,
        $"A quote that is opened in the row of line {row.Line} is never closed; {(last is null ? "it and what follows were" : last == row.Line ? "the row was" : $"lines {row.Line} to {last} were")} left out. Close it, or double it if it belongs to the text."));

    private static FileItem Item(string shown, IReadOnlyList<string> row, TableHead head)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i].Length > 0 && head.Columns[i].Length > 0)
                fields[head.Columns[i]] = row[i];
        }

        return new FileItem(shown)
        {
            Bytes = JsonSerializer.SerializeToUtf8Bytes(fields),
            MediaType = "application/json",
            Charset = "utf-8",
            Url = (fields.GetValueOrDefault("url") ?? fields.GetValueOrDefault("link")) is { } url && Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" ? url : null,
        };
    }

    /// <summary>Office programs write UTF-8 with a mark, UTF-8, or what the country uses; the last is taken for Latin-1.</summary>
    private static Encoding CharsetOf(ReadOnlySpan<byte> head)
    {
        // The buffer may end within a character.
        var whole = head.Length > 4 ? head[..^4] : head;
        var last = whole.Length - 1;
        while (last >= 0 && whole[last] >= 0x80)
            last--;
        return System.Text.Unicode.Utf8.IsValid(whole[..(last + 1)]) ? Encoding.UTF8 : Encoding.Latin1;
    }
}
