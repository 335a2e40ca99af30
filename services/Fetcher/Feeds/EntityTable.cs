using System.Buffers;
using System.Globalization;
using System.Net;

namespace Dateline.Fetcher.Feeds;

/// <summary>Resolves character references: numeric, HTML's names, and the few a document declares for itself, within limits.</summary>
internal sealed class EntityTable(FeedOptions options)
{
    // Longest of HTML 4's names (thetasym) with room for a document's own.
    private const int MaxName = 32;

    private readonly Dictionary<string, string> _own = new(StringComparer.Ordinal);

    /// <summary>Declares an internal entity. References in its value see only earlier ones, so nothing can recurse.</summary>
    public void Declare(string name, string value)
    {
        if (_own.Count >= options.MaxEntities || _own.ContainsKey(name) || value.Length > options.MaxEntityText)
            return;

        var expanded = Decode(value);
        if (expanded.Length <= options.MaxEntityText)
            _own[name] = expanded;
    }

    /// <summary>What cannot be resolved stays as written.</summary>
    public string Decode(ReadOnlySpan<char> text)
    {
        var next = text.IndexOf('&');
        if (next < 0)
            return text.ToString();

        var result = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        while (next >= 0)
        {
            text[..next].CopyTo(result.AsSpan(length));
            length += next;
            text = text[next..];
            var (consumed, one, more) = Resolve(text);
            if (more is { Length: > 1 } && result.Length < length + more.Length + text.Length)
                result = Grown(result, length, more.Length + text.Length);
            if (more is null)
                result[length++] = one;
            else
            {
                more.CopyTo(result.AsSpan(length));
                length += more.Length;
            }

            text = text[consumed..];
            next = text.IndexOf('&');
        }

        text.CopyTo(result.AsSpan(length));
        var decoded = new string(result, 0, length + text.Length);
        ArrayPool<char>.Shared.Return(result);
        return decoded;
    }

    /// <summary>Only entities of the document's own are longer than their names.</summary>
    private static char[] Grown(char[] full, int length, int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(full.Length * 2, length + more));
        full.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(full);
        return larger;
    }

    /// <returns>How much of the text it is, and what it stands for: one character, or several. An ampersand alone stands for itself.</returns>
    private (int Consumed, char One, string? More) Resolve(ReadOnlySpan<char> text) =>
        text.Length > 2 && text[1] == '#' ? ResolveNumber(text) : ResolveName(text);

    private static (int Consumed, char One, string? More) ResolveNumber(ReadOnlySpan<char> text)
    {
        var isHex = text[2] is 'x' or 'X';
        var digits = text[(isHex ? 3 : 2)..];
        var count = isHex
            ? digits.IndexOfAnyExcept(HexDigits)
            : digits.IndexOfAnyExceptInRange('0', '9');
        count = count < 0 ? digits.Length : count;
        if (count == 0)
            return (1, '&', null);

        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        var value = int.TryParse(digits[..count], style, CultureInfo.InvariantCulture, out var parsed) ? parsed : -1;
        var end = (isHex ? 3 : 2) + count;
        end = end < text.Length && text[end] == ';' ? end + 1 : end;
        return value is >= 0x20 and < 0x80 or >= 0xa0 and < 0xd800 ? (end, (char)value, null) : (end, '\0', Character(value));
    }

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    // HTML §13.2.5.80: 128 to 159 are windows-1252 in disguise; what no character can be becomes the replacement.
    private static string Character(int value) => value switch
    {
        >= 0x80 and <= 0x9f => CharsetNames.Windows1252.GetString([(byte)value]),
        < 0 or > 0x10ffff or (>= 0xd800 and <= 0xdfff) => "\ufffd",
        < 0x20 and not ('\t' or '\n' or '\r') => "",
        _ => char.ConvertFromUtf32(value),
    };

    private (int Consumed, char One, string? More) ResolveName(ReadOnlySpan<char> text)
    {
        var window = text[1..Math.Min(text.Length, MaxName + 2)];
        var end = window.IndexOf(';');
        if (end <= 0 || !char.IsLetter(window[0]))
            return (1, '&', null);

        // What nearly all references are, before a name is made of it.
        if (_own.Count == 0 && Common(window[..end]) is var common and not '\0')
            return (end + 2, common, null);

        var name = window[..end].ToString();
        return _own.TryGetValue(name, out var value) || (value = Named(name)) is not null ? (end + 2, '\0', value) : (1, '&', null);
    }

    private static char Common(ReadOnlySpan<char> name) => name switch
    {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u00a0',
        _ => '\0',
    };

    private static string? Named(string name)
    {
        if (Common(name) is var common and not '\0')
            return common.ToString();

        var reference = $"&{name};";
        var decoded = WebUtility.HtmlDecode(reference);
        if (decoded != reference)
            return decoded;

        // &AMP; and its like: upper-cased by whole-feed transformations.
        reference = reference.ToLowerInvariant();
        decoded = WebUtility.HtmlDecode(reference);
        return decoded != reference ? decoded : null;
    }
}
