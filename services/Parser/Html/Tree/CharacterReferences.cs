using System.Globalization;
using System.Reflection;
using System.Text;

namespace Dateline.Parser.Html.Tree;

/// <summary>Decodes character references, <c>&amp;eacute;</c> and <c>&amp;#233;</c>, as browsers do.</summary>
/// <remarks>
/// The table has a line for each name of the HTML standard's list: the name, a star if it also counts without its
/// semicolon, and the code points that it stands for.
/// </remarks>
internal static class CharacterReferences
{
    private const int LongestName = 32;

    /// <summary>Of a name that counts without its semicolon.</summary>
    private const int LongestBare = 6;

    /// <summary>What windows-1252 has at 80–9F: numbers of old pages mean its characters.</summary>
    private const string Windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static readonly Dictionary<string, string> Bare = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> All = Load().GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> WithoutSemicolon = Bare.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="inAttribute">There <c>&amp;copy=1</c> is part of an address and no reference.</param>
    public static void Decode(ReadOnlySpan<char> text, bool inAttribute, ref PooledList<char> target)
    {
        while (text.IndexOf('&') is var at and >= 0)
        {
            target.Add(text[..at]);
            text = text[at..];
            var length = text.Length > 1 && text[1] == '#' ? Number(text, ref target) : Name(text, inAttribute, ref target);
            if (length == 0)
                target.Add('&');
            text = text[Math.Max(1, length)..];
        }

        target.Add(text);
    }

    public static string Decode(ReadOnlySpan<char> text, bool inAttribute)
    {
        var decoded = new PooledList<char>(text.Length);
        Decode(text, inAttribute, ref decoded);
        var result = decoded.Span.ToString();
        decoded.Return();
        return result;
    }

    private static int Name(ReadOnlySpan<char> text, bool inAttribute, ref PooledList<char> target)
    {
        var end = 1;
        while (end < text.Length && end <= LongestName && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        if (end < text.Length && text[end] == ';' && All.TryGetValue(text[1..end], out var value))
        {
            target.Add(value);
            return end + 1;
        }

        for (var length = Math.Min(end - 1, LongestBare); length >= 2; length--)
        {
            if (!WithoutSemicolon.TryGetValue(text.Slice(1, length), out value))
                continue;
            if (inAttribute && length + 1 < text.Length && (text[length + 1] == '=' || char.IsAsciiLetterOrDigit(text[length + 1])))
                return 0;
            target.Add(value);
            return length + 1;
        }

        return 0;
    }

    private static int Number(ReadOnlySpan<char> text, ref PooledList<char> target)
    {
        var hex = text.Length > 2 && text[2] is 'x' or 'X';
        var start = hex ? 3 : 2;
        var end = start;
        var code = 0;
        while (end < text.Length && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            code = Math.Min(0x110000, (code * (hex ? 16 : 10)) + (char.IsAsciiDigit(text[end]) ? text[end] - '0' : (text[end] | 0x20) - 'a' + 10));
            end++;
        }

        if (end == start)
            return 0;
        if (code is >= 0x80 and <= 0x9F)
            code = Windows[code - 0x80];

        Span<char> units = stackalloc char[2];
        var rune = code != 0 && Rune.IsValid(code) ? new Rune(code) : Rune.ReplacementChar;
        target.Add(units[..rune.EncodeToUtf16(units)]);
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    private static Dictionary<string, string> Load()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("references.txt") ?? throw new InvalidOperationException("The assembly was built without references.txt.");
        using var reader = new StreamReader(file, Encoding.UTF8);
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var (name, codes) = (line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
            var value = string.Concat(codes.Split(' ').Select(code => char.ConvertFromUtf32(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
            if (name[^1] == '*')
                Bare[name = name[..^1]] = value;
            all[name] = value;
        }

        return all;
    }
}
