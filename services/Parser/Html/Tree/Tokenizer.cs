namespace Dateline.Parser.Html.Tree;

/// <summary>Cuts a page's text into tags and text by the rules of the HTML standard, and copies none of it.</summary>
internal sealed class Tokenizer(PageSource source, int maxAttributes)
{
    private const string Whitespace = " \t\n\f\r";

    private int position;

    /// <summary>The raw text, of a script or title, that is not read yet; its end tag ends it.</summary>
    private Tag rawText;

    public PageSource Source => source;

    /// <summary>Attributes of all elements, one after another. An element remembers where its own are.</summary>
    public PooledList<PageAttribute> Attributes = new(512);

    public Tag Tag { get; private set; }

    public int NameStart { get; private set; }

    public int NameLength { get; private set; }

    public ReadOnlySpan<char> Name => source.AsSpan(NameStart, NameLength);

    public bool SelfClosing { get; private set; }

    public int FirstAttribute { get; private set; }

    public int AttributeCount => Attributes.Count - FirstAttribute;

    /// <summary>Where the text, or what the document type says, begins and ends.</summary>
    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>The text has a character reference, which is to be decoded.</summary>
    public bool HasReferences { get; private set; }

    /// <summary>A comment was skipped: what follows is a text of its own.</summary>
    public bool SkippedComment { get; set; }

    /// <summary>A section of plain text may be written where a drawing or formula is open.</summary>
    public bool AllowsSections { get; set; }

    /// <summary>The next text is that of this element, up to its end tag.</summary>
    public void ReadRawText(Tag element) => rawText = element;

    /// <exception cref="PageTooLargeException">An element has too many attributes.</exception>
    public TokenKind Next()
    {
        if (rawText != Tag.None)
        {
            var element = rawText;
            rawText = Tag.None;
            if (Raw(element))
                return TokenKind.Text;
        }

        while (position < source.Length)
        {
            if (source[position] != '<')
                return Text(position);
            if (position + 1 == source.Length)
                return Text(position);

            var next = source[position + 1];
            if (char.IsAsciiLetter(next))
            {
                if (ReadTag(position + 1))
                    return TokenKind.StartTag;
            }
            else if (next == '/')
            {
                if (position + 2 == source.Length)
                    return Text(position);
                if (char.IsAsciiLetter(source[position + 2]))
                {
                    if (ReadTag(position + 2))
                        return TokenKind.EndTag;
                }
                else if (source[position + 2] == '>')
                {
                    position += 3;
                }
                else
                {
                    SkipBogus(position + 2);
                }
            }
            else if (next == '!')
            {
                if (Declaration() is { } kind)
                    return kind;
            }
            else if (next == '?')
            {
                SkipBogus(position + 2);
            }
            else
            {
                return Text(position);
            }
        }

        return TokenKind.End;
    }

    /// <summary>Up to the next "&lt;" that begins markup.</summary>
    private TokenKind Text(int start)
    {
        var end = start + 1;
        while (end < source.Length)
        {
            var found = source.AsSpan(end).IndexOf('<');
            end = found < 0 ? source.Length : end + found;
            if (end + 1 >= source.Length ? end == source.Length : char.IsAsciiLetter(source[end + 1]) || source[end + 1] is '!' or '?' || (source[end + 1] == '/' && end + 2 < source.Length))
                break;
            end++;
        }

        return Literal(start, end, decoded: true);
    }

    private TokenKind Literal(int start, int end, bool decoded)
    {
        (Start, End, position) = (start, end, end);
        HasReferences = decoded && source.AsSpan(start, end - start).Contains('&');
        return TokenKind.Text;
    }

    private TokenKind? Declaration()
    {
        var rest = source.AsSpan(position);
        if (rest.StartsWith("<!--"))
        {
            SkipComment(position + 4);
            return null;
        }

        if (rest.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
        {
            Start = position + "<!doctype".Length;
            SkipBogus(Start);
            End = position;
            SkippedComment = false;
            return TokenKind.DocumentType;
        }

        if (AllowsSections && rest.StartsWith("<![CDATA["))
        {
            var start = position + "<![CDATA[".Length;
            var end = source.IndexOf("]]>", start);
            Literal(start, end < 0 ? source.Length : end, decoded: false);
            position = end < 0 ? source.Length : end + 3;
            return End > Start ? TokenKind.Text : null;
        }

        SkipBogus(position + 2);
        return null;
    }

    private void SkipBogus(int from)
    {
        SkippedComment = true;
        var end = from < source.Length ? source.IndexOf('>', from) : -1;
        position = end < 0 ? source.Length : end + 1;
    }

    private void SkipComment(int from)
    {
        SkippedComment = true;
        var rest = source.AsSpan(from);
        if (rest.StartsWith(">") || rest.StartsWith("->"))
        {
            position = from + (rest[0] == '>' ? 1 : 2);
            return;
        }

        for (var at = from; (at = source.IndexOf("--", at)) >= 0; at++)
        {
            rest = source.AsSpan(at + 2);
            if (rest.StartsWith(">") || rest.StartsWith("!>"))
            {
                position = at + (rest[0] == '>' ? 3 : 4);
                return;
            }
        }

        position = source.Length;
    }

    /// <summary>False for a tag that the page's end cuts off: it counts for nothing.</summary>
    private bool ReadTag(int start)
    {
        var end = start + 1;
        while (end < source.Length && source[end] is not ('>' or '/' or ' ' or '\n' or '\t' or '\f' or '\r'))
            end++;
        (NameStart, NameLength) = (start, end - start);
        Tag = TagNames.Find(Name);
        FirstAttribute = Attributes.Count;
        SelfClosing = false;
        position = end;
        var count = 0;
        while (true)
        {
            var skipped = source.AsSpan(position).IndexOfAnyExcept(Whitespace);
            if (skipped < 0)
            {
                position = source.Length;
                return false;
            }

            position += skipped;
            switch (source[position])
            {
                case '>':
                    position++;
                    return true;
                case '/':
                    position++;
                    if (position < source.Length && source[position] == '>')
                        SelfClosing = true;
                    break;
                default:
                    if (++count > maxAttributes)
                        throw new PageTooLargeException($"an element <{Name.ToString().ToLowerInvariant()}> with more than {maxAttributes} attributes (Parser:MaxAttributes)");
                    if (!ReadAttribute())
                        return false;
                    break;
            }
        }
    }

    private bool ReadAttribute()
    {
        var start = position;
        position++; // even "=" begins a name
        var found = source.AsSpan(position).IndexOfAny(" \t\n\f\r/>=");
        if (found < 0)
        {
            position = source.Length;
            return false;
        }

        var end = position += found;
        var value = (Start: end, Length: 0);
        var equals = source.AsSpan(position).IndexOfAnyExcept(Whitespace);
        if (equals >= 0 && source[position + equals] == '=')
        {
            position += equals + 1;
            if (!ReadValue(out value))
                return false;
        }

        var name = source.AsSpan(start, end - start);
        var number = AttributeNames.Find(name);
        if ((number != 0 || AttributeNames.MayBeRead(name)) && !IsRepeated(number, name))
            Attributes.Add(new PageAttribute((ushort)number, start, end - start, value.Start, value.Length, source.AsSpan(value.Start, value.Length).Contains('&')));
        return true;
    }

    private bool ReadValue(out (int Start, int Length) value)
    {
        value = default;
        var skipped = source.AsSpan(position).IndexOfAnyExcept(Whitespace);
        position = skipped < 0 ? source.Length : position + skipped;
        if (position == source.Length)
            return false;

        var quote = source[position];
        var start = quote is '"' or '\'' ? ++position : position;
        var length = quote is '"' or '\'' ? source.AsSpan(start).IndexOf(quote) : source.AsSpan(start).IndexOfAny(" \t\n\f\r>");
        if (length < 0)
        {
            position = source.Length;
            return false;
        }

        position = start + length + (quote is '"' or '\'' ? 1 : 0);
        value = (start, length);
        return true;
    }

    /// <summary>The first of two attributes with one name counts.</summary>
    private bool IsRepeated(int number, ReadOnlySpan<char> name)
    {
        foreach (ref readonly var other in Attributes.Span[FirstAttribute..])
        {
            if (other.Number == number && (number != 0 || name.Equals(source.AsSpan(other.NameStart, other.NameLength), StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    /// <summary>Reads an element's text up to its own end tag; false when it has none.</summary>
    private bool Raw(Tag element)
    {
        var start = position;
        var end = element switch
        {
            Tag.PlainText => source.Length,
            Tag.Script => ScriptText.End(source, start),
            _ => EndTag(source, start, TagNames.Of(element)),
        };
        Literal(start, end, decoded: element is Tag.Title or Tag.TextArea);
        return end > start;
    }

    /// <summary>Where the end tag of a name begins, or the text's end.</summary>
    public static int EndTag(PageSource source, int from, string name)
    {
        for (var at = from; (at = source.IndexOf("</", at)) >= 0; at += 2)
        {
            if (IsName(source, at + 2, name))
                return at;
        }

        return source.Length;
    }

    /// <summary>A name stands here, and ends here.</summary>
    public static bool IsName(PageSource source, int at, string name) =>
        source.AsSpan(at).StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && at + name.Length < source.Length
        && source[at + name.Length] is '>' or '/' or ' ' or '\n' or '\t' or '\f' or '\r';
}
