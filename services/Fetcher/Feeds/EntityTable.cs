using System.Globalization;
using System.Net;
using System.Text;

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

        var result = new StringBuilder(text.Length);
        while (next >= 0)
        {
            result.Append(text[..next]);
            text = text[next..];
            var consumed = Resolve(text, result);
            if (consumed == 0)
            {
                result.Append('&');
                consumed = 1;
            }

            text = text[consumed..];
            next = text.IndexOf('&');
        }

        return result.Append(text).ToString();
    }

    private int Resolve(ReadOnlySpan<char> text, StringBuilder result) =>
        text.Length > 2 && text[1] == '#' ? ResolveNumber(text, result) : ResolveName(text, result);

    private static int ResolveNumber(ReadOnlySpan<char> text, StringBuilder result)
    {
        var isHex = text[2] is 'x' or 'X';
        var digits = text[(isHex ? 3 : 2)..];
        var count = isHex
            ? digits.IndexOfAnyExcept(HexDigits)
            : digits.IndexOfAnyExceptInRange('0', '9');
        count = count < 0 ? digits.Length : count;
        if (count == 0)
            return 0;

        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        var value = int.TryParse(digits[..count], style, CultureInfo.InvariantCulture, out var parsed) ? parsed : -1;
        result.Append(Character(value));
        var end = (isHex ? 3 : 2) + count;
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    // HTML §13.2.5.80: 128 to 159 are windows-1252 in disguise; what no character can be becomes the replacement.
    private static string Character(int value) => value switch
    {
        >= 0x80 and <= 0x9f => CharsetNames.Windows1252.GetString([(byte)value]),
        < 0 or > 0x10ffff or (>= 0xd800 and <= 0xdfff) => "\ufffd",
        < 0x20 and not ('\t' or '\n' or '\r') => "",
        _ => char.ConvertFromUtf32(value),
    };

    private int ResolveName(ReadOnlySpan<char> text, StringBuilder result)
    {
        var window = text[1..Math.Min(text.Length, MaxName + 2)];
        var end = window.IndexOf(';');
        if (end <= 0 || !char.IsLetter(window[0]))
            return 0;

        var name = window[..end].ToString();
        if (_own.TryGetValue(name, out var value))
        {
            result.Append(value);
            return end + 2;
        }

        if (Named(name) is not { } character)
            return 0;

        result.Append(character);
        return end + 2;
    }

    private static string? Named(string name)
    {
        switch (name)
        {
            case "amp": return "&";
            case "lt": return "<";
            case "gt": return ">";
            case "quot": return "\"";
            case "apos": return "'";
            case "nbsp": return "\u00a0";
        }

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
