using System.Text;

namespace Dateline.Fetcher.Files;

/// <summary>Reads a table row by row as RFC 4180 has it, with any delimiter.</summary>
internal sealed class TableReader(TextReader reader, char delimiter, int maxRow)
{
    private int lines = 1;

    /// <summary>Where the last row begins.</summary>
    public int Line { get; private set; }

    /// <summary>The last row has a quote that the file, or the largest row there may be, does not close.</summary>
    public bool Unclosed { get; private set; }

    /// <summary>Null at the end.</summary>
    public IReadOnlyList<string>? ReadRow()
    {
        if (reader.Peek() < 0)
            return null;

        Line = lines;
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var length = 0; reader.Read() is var read and >= 0; length++)
        {
            if (length > maxRow)
            {
                Unclosed = true;
                return row;
            }

            var character = (char)read;
            if (character == '\n')
                lines++;
            if (quoted)
            {
                if (character != '"')
                    field.Append(character);
                else if (reader.Peek() == '"')
                    field.Append((char)reader.Read());
                else
                    quoted = false;
            }
            else if (character == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (character == delimiter)
            {
                row.Add(field.ToString());
                field.Clear();
            }
            else if (character == '\n')
            {
                row.Add(field.ToString());
                return row;
            }
            else if (character != '\r')
            {
                field.Append(character);
            }
        }

        Unclosed = quoted;
        row.Add(field.ToString());
        return row;
    }
}
