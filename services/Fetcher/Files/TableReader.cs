using System.Text;

namespace Dateline.Fetcher.Files;

/// <summary>
/// Reads a table row by row as RFC 4180 has it, with any delimiter. A quote that is opened and not closed costs its own row: reading
/// goes on in the line behind it.
/// </summary>
internal sealed class TableReader(TextReader reader, char delimiter, int maxRow)
{
    /// <summary>What may be read twice in all. A table in which every line swallows the rest would else take the square of its size.</summary>
    private const long MaxReread = 64 << 20;

    /// <summary>Of one row: no table has as many columns, and a row of separators alone would be a list of millions.</summary>
    private const int MaxFields = 10_000;

    private readonly RewindableText text = new(reader);
    private int lines = 1;
    private int linesAtMark;
    private long reread;

    /// <summary>Where the last row begins.</summary>
    public int Line { get; private set; }

    /// <summary>The last row has a quote that nothing closes; the next one is in the line behind it.</summary>
    public bool Unclosed { get; private set; }

    /// <summary>The last row is longer than a row may be.</summary>
    public bool TooLong { get; private set; }

    /// <summary>So much of the table is damaged that its rest was left out.</summary>
    public bool GivenUp => reread > MaxReread;

    /// <summary>Null at the end.</summary>
    public IReadOnlyList<string>? ReadRow()
    {
        if (GivenUp || text.Peek() < 0)
            return null;

        (Line, Unclosed, TooLong) = (lines, false, false);
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        text.Forget();
        for (var length = 0; text.Read() is var read and >= 0; length++)
        {
            var character = (char)read;
            if (length > maxRow && quoted && text.IsMarked)
                return GoBack(row);
            if (length > maxRow || row.Count > MaxFields)
                return CutShort(row, character);

            if (character == '\n')
                lines++;
            if (!quoted)
            {
                if (character == '"' && field.Length == 0)
                {
                    quoted = true;
                    text.Forget();
                }
                else if (Ends(character, row, field))
                {
                    return row;
                }
            }
            else if (character != '"')
            {
                field.Append(character);
                if (character == '\n' && !text.IsMarked)
                {
                    text.Mark();
                    linesAtMark = lines;
                }
            }
            else if (text.Peek() == '"')
            {
                field.Append((char)text.Read());
            }
            else if (text.PeekBehindSpaces(delimiter) is var next && (next is -1 or '\n' or '\r' || next == delimiter))
            {
                quoted = false;
                text.SkipSpaces(delimiter);
            }
            else if (text.IsMarked && field.Length > 0 && (field[^1] == delimiter || field[^1] == '\n'))
            {
                return GoBack(row); // it opens a field in a later line: the one before was not closed
            }
            else
            {
                field.Append('"'); // "he said "no" to her": nobody doubled it
            }
        }

        if (quoted)
            return GoBack(row);
        row.Add(field.ToString());
        return row;
    }

    /// <summary>Takes a character that stands outside of quotes; true when it ends the row.</summary>
    private bool Ends(char character, List<string> row, StringBuilder field)
    {
        if (character == delimiter || character == '\n')
        {
            row.Add(field.ToString());
            field.Clear();
            return character == '\n';
        }

        if (character != '\r')
            field.Append(character);
        return false;
    }

    private List<string> GoBack(List<string> row)
    {
        Unclosed = true;
        if (!text.IsMarked)
            return row; // it was in the last line
        reread += text.Rewind();
        lines = linesAtMark;
        return row;
    }

    private List<string> CutShort(List<string> row, char last)
    {
        TooLong = true;
        for (int read = last; read >= 0 && read != '\n';)
            read = text.Read();
        lines++;
        return row;
    }
}
