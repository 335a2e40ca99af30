namespace Dateline.Fetcher.Files;

/// <summary>Finds where one JSON value ends and the next begins, in one pass and without parsing them.</summary>
internal sealed class JsonScanner(FileSource source, int maxBytes)
{
    public bool ListClosed { get; private set; }

    /// <summary>Whether the file is a list; its values come next.</summary>
    public bool EnterList()
    {
        SkipSpace();
        if (source.Ahead is not [(byte)'[', ..])
            return false;
        source.Skip(1);
        return true;
    }

    /// <summary>Whether another value is there.</summary>
    public bool MoreFollows()
    {
        SkipAll(" \t\r\n,"u8);
        if (source.Ahead is not [(byte)']', ..])
            return !source.AtEnd;
        ListClosed = true;
        return false;
    }

    public JsonValueBytes Next()
    {
        var value = new MemoryStream();
        bool inText = false, escaped = false, tooLarge = false;
        for (var depth = 0; source.ReadByte() is var read and >= 0;)
        {
            if (value.Length < maxBytes)
                value.WriteByte((byte)read);
            else
                tooLarge = true;

            if (inText)
            {
                (inText, escaped) = (escaped || read != '"', !escaped && read == '\\');
                if (inText || depth > 0)
                    continue;
            }
            else if (read == '"')
            {
                inText = true;
                continue;
            }
            else if (read is '{' or '[')
            {
                depth++;
            }
            else if (read is '}' or ']')
            {
                depth--;
            }

            if (depth <= 0 && (read is '}' or ']' or '"' || source.Ahead is [] or [(byte)',' or (byte)']' or (byte)'\n' or (byte)'\r', ..]))
                return new JsonValueBytes(tooLarge ? null : value.ToArray(), Complete: true);
        }

        return new JsonValueBytes(tooLarge ? null : value.ToArray(), Complete: false);
    }

    private void SkipSpace() => SkipAll(" \t\r\n"u8);

    private void SkipAll(ReadOnlySpan<byte> these)
    {
        while (source.Ahead is { IsEmpty: false } ahead)
        {
            var other = ahead.IndexOfAnyExcept(these);
            source.Skip(other < 0 ? ahead.Length : other);
            if (other >= 0)
                break;
        }
    }
}
