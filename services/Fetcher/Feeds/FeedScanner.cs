namespace Dateline.Fetcher.Feeds;

/// <summary>
/// Cuts a document into tags and texts in one pass, as leniently as feeds are written: bare &lt; and &amp;, unquoted and
/// duplicate attributes, unclosed comments and quotes. Looks for each kind of end at most once in vain, so that the
/// time stays linear.
/// </summary>
internal sealed class FeedScanner(string source, FeedOptions options)
{
    private readonly FeedTreeBuilder _builder = new(options);
    private readonly EntityTable _entities = new(options);
    private readonly NameTable _names = new();
    private readonly List<FeedAttribute> _attributes = [];
    private readonly EndFinder _tagEnd = new(source, ">");
    private readonly EndFinder _commentEnd = new(source, "-->");
    private readonly EndFinder _cdataEnd = new(source, "]]>");
    private readonly EndFinder _subsetEnd = new(source, "]");
    private readonly EndFinder _doubleQuote = new(source, "\"");
    private readonly EndFinder _singleQuote = new(source, "'");
    private int _position;
    private bool _hasRoot;

    public string? Warning => _builder.FullBecause;

    public FeedTree Scan()
    {
        while (_position < source.Length && !_builder.IsFull)
        {
            var tag = source.IndexOf('<', _position);
            if (tag < 0)
                tag = source.Length;

            _builder.Text(_position, tag - _position, isLiteral: false);
            _position = tag;
            if (tag < source.Length)
                Markup();
        }

        return new FeedTree(source, _builder.Top, _entities, options);
    }

    private void Markup()
    {
        var next = _position + 1 < source.Length ? source[_position + 1] : '\0';
        if (next == '!')
            Declaration();
        else if (next == '?')
            SkipTo(_tagEnd.After(_position + 2), 2);
        else if (next == '/')
            CloseTag();
        else if (IsNameStart(next))
            OpenTag();
        else
            Literal(1);
    }

    private void Declaration()
    {
        var rest = source.AsSpan(_position);
        if (rest.StartsWith("<!--"))
            SkipTo(_commentEnd.After(_position + 4), 4);
        else if (rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
            CData();
        else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && !_hasRoot)
            DocType();
        else
            SkipTo(_tagEnd.After(_position + 2), 2);
    }

    // An unclosed section reaches to the end: that is a truncated document.
    private void CData()
    {
        var start = _position + 9;
        var end = _cdataEnd.After(start);
        _builder.Text(start, (end < 0 ? source.Length : end - 3) - start, isLiteral: true);
        _position = end < 0 ? source.Length : end;
    }

    private void DocType()
    {
        var close = _tagEnd.After(_position);
        var subset = source.IndexOf('[', _position);
        if (close < 0 || subset < 0 || subset > close)
        {
            SkipTo(close, 9);
            return;
        }

        var end = _subsetEnd.After(subset);
        if (end < 0)
        {
            SkipTo(close, 9);
            return;
        }

        DocTypeSubset.Declare(source.AsSpan(subset + 1, end - subset - 2), _entities);
        SkipTo(_tagEnd.After(end), 9);
    }

    private void CloseTag()
    {
        var start = _position + 2;
        var end = NameEnd(start);
        if (end == start)
        {
            // "</>" and "</ " close nothing.
            SkipTo(_tagEnd.After(start), 2);
            return;
        }

        _builder.Close(Name(start, end).Full);
        var stop = source.AsSpan(end).IndexOfAny('>', '<');
        _position = stop < 0 ? source.Length : end + stop + (source[end + stop] == '>' ? 1 : 0);
    }

    private void OpenTag()
    {
        var start = _position;
        var nameEnd = NameEnd(start + 1);
        _attributes.Clear();
        _position = nameEnd;
        var isEmpty = Attributes();
        _hasRoot = true;
        _builder.Open(Name(start + 1, nameEnd), _attributes.Count == 0 ? [] : [.. _attributes], source, isEmpty, start);
    }

    // Leaves the position after the tag; true when it closes itself.
    private bool Attributes()
    {
        while (true)
        {
            SkipSpace();
            if (_position >= source.Length || source[_position] == '<')
                return false;

            if (source[_position] == '>')
            {
                _position++;
                return false;
            }

            if (source[_position] == '/')
            {
                _position++;
                if (_position < source.Length && source[_position] == '>')
                {
                    _position++;
                    return true;
                }

                continue;
            }

            Attribute();
        }
    }

    private void Attribute()
    {
        var start = _position;
        var length = source.AsSpan(start).IndexOfAny(AttributeNameEnds);
        var end = length < 0 ? source.Length : start + length;
        _position = end;
        SkipSpace();
        if (_position >= source.Length || source[_position] != '=')
        {
            // A bare name, or a stray quote: never stand still.
            _position = Math.Max(end, start + 1);
            return;
        }

        _position++;
        SkipSpace();
        var (valueStart, valueLength) = AttributeValue();
        if (_attributes.Count < options.MaxAttributes && end > start)
            _attributes.Add(new FeedAttribute(Name(start, end).Full, valueStart, valueLength));
    }

    private (int Start, int Length) AttributeValue()
    {
        if (_position < source.Length && source[_position] is '"' or '\'')
        {
            var quote = source[_position] == '"' ? _doubleQuote : _singleQuote;
            var start = _position + 1;
            var end = quote.After(start);
            if (end >= 0)
            {
                _position = end;
                return (start, end - 1 - start);
            }

            _position = start;
        }

        var from = _position;
        var length = source.AsSpan(from).IndexOfAny(" \t\r\n>");
        _position = length < 0 ? source.Length : from + length;
        if (_position > from && _position < source.Length && source[_position] == '>' && source[_position - 1] == '/')
            _position--;
        return (from, _position - from);
    }

    private static readonly System.Buffers.SearchValues<char> AttributeNameEnds = System.Buffers.SearchValues.Create(" \t\r\n=>/<\"'");

    private static readonly System.Buffers.SearchValues<char> NameEnds = System.Buffers.SearchValues.Create(" \t\r\n>/<=\"'\0");

    private int NameEnd(int start)
    {
        var length = source.AsSpan(start).IndexOfAny(NameEnds);
        return length < 0 ? source.Length : start + length;
    }

    private FeedName Name(int start, int end) => _names.Get(source.AsSpan(start, end - start));

    private void Literal(int length)
    {
        _builder.Text(_position, length, isLiteral: false);
        _position += length;
    }

    // Without an end only the opening itself is dropped: what follows may still be a feed.
    private void SkipTo(int end, int opening) => _position = end < 0 ? Math.Min(source.Length, _position + opening) : end;

    private void SkipSpace()
    {
        while (_position < source.Length && source[_position] is ' ' or '\t' or '\r' or '\n')
            _position++;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or ':' || c >= 0x80 && char.IsLetter(c);
}
