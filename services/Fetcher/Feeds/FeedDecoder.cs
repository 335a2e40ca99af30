using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Dateline.Fetcher.Feeds;

/// <summary>
/// Turns a feed's bytes into text: byte order mark, then the pattern of UTF-16 and UTF-32, the transport's charset, the
/// XML declaration, and UTF-8 where stray bytes are read as windows-1252.
/// </summary>
internal static class FeedDecoder
{
    private const int DeclarationBytes = 1024;

    // Neither XML nor any reader of the text has a use for them; databases refuse the first.
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (char)code).Except(['\t', '\n', '\r'])]);

    public static string Decode(ReadOnlySpan<byte> bytes, string? charset, List<string> warnings)
    {
        var text = Read(bytes, charset, warnings);
        if (text.AsSpan().IndexOfAny(Controls) < 0)
            return text;

        warnings.Add("Control characters were removed.");
        return string.Concat(text.Where(c => !Controls.Contains(c)));
    }

    private static string Read(ReadOnlySpan<byte> bytes, string? charset, List<string> warnings)
    {
        if (ByShape(bytes) is ({ } shape, var skip))
            return shape.GetString(bytes[skip..]).TrimStart('\ufeff');

        var declared = Usable(CharsetNames.Find(charset), bytes) ?? Usable(CharsetNames.Find(Declared(bytes)), bytes);
        if (declared is not null && declared.CodePage != Encoding.UTF8.CodePage)
        {
            // Text declared Latin but valid as UTF-8 beyond ASCII is UTF-8: chance does not produce that.
            if (!CharsetNames.IsWestern(declared) || Ascii.IsValid(bytes) || !Utf8.IsValid(bytes))
                return declared.GetString(bytes);

            warnings.Add("The declared charset is not the one used; read as UTF-8.");
        }

        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Repair(bytes, warnings);
    }

    // A declared multi-byte charset that leaves many holes is a wrong declaration.
    private static Encoding? Usable(Encoding? encoding, ReadOnlySpan<byte> bytes)
    {
        if (encoding is null || encoding.IsSingleByte || encoding.CodePage == Encoding.UTF8.CodePage)
            return encoding;

        return Utf8.IsValid(bytes) && !Ascii.IsValid(bytes) && encoding.GetString(bytes).Contains('\ufffd') ? null : encoding;
    }

    private static (Encoding? Encoding, int Skip) ByShape(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xef, 0xbb, 0xbf, ..] => (Utf8.IsValid(bytes) ? Encoding.UTF8 : null, 3),
        [0xff, 0xfe, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xfe, 0xff, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        [0xff, 0xfe, ..] => (Encoding.Unicode, 2),
        [0xfe, 0xff, ..] => (Encoding.BigEndianUnicode, 2),
        [(byte)'<', 0, 0, 0, ..] => (Encoding.UTF32, 0),
        [0, 0, 0, (byte)'<', ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 0),
        [(byte)'<', 0, _, 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<', 0, _, ..] => (Encoding.BigEndianUnicode, 0),
        _ => (null, 0),
    };

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
        var start = head.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;

        var end = head.IndexOf('>', start);
        var declaration = end < 0 ? head[start..] : head[start..end];
        var at = declaration.IndexOf("encoding", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;

        var value = declaration[(at + 8)..].TrimStart(' ', '\t', '\r', '\n', '=').TrimStart('"', '\'');
        var stop = value.IndexOfAny(['"', '\'', ' ', '?']);
        return stop < 0 ? value : value[..stop];
    }

    // Mixed or mislabelled bytes: each valid sequence stays UTF-8, each other byte is what Windows editors write.
    private static string Repair(ReadOnlySpan<byte> bytes, List<string> warnings)
    {
        warnings.Add("Bytes that are not UTF-8 were read as windows-1252.");
        var text = new StringBuilder(bytes.Length);
        while (bytes.Length > 0)
        {
            var valid = ValidPrefix(bytes);
            text.Append(Encoding.UTF8.GetString(bytes[..valid]));
            bytes = bytes[valid..];
            if (bytes.Length == 0)
                break;

            text.Append(CharsetNames.Windows1252.GetString(bytes[..1]));
            bytes = bytes[1..];
        }

        return text.ToString();
    }

    private static int ValidPrefix(ReadOnlySpan<byte> bytes)
    {
        Span<char> chars = stackalloc char[512];
        var total = 0;
        while (total < bytes.Length)
        {
            var status = Utf8.ToUtf16(bytes[total..], chars, out var read, out _, replaceInvalidSequences: false);
            total += read;
            if (status is not OperationStatus.DestinationTooSmall)
                break;
        }

        return total;
    }
}
