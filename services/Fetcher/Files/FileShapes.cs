using System.Text;

namespace Dateline.Fetcher.Files;

/// <summary>Tells a file's shape by its content. Only a table needs its name's help, and only when its heads are unknown words.</summary>
internal static class FileShapes
{
    private const int TarBlock = 512;

    public static FileShape Of(ReadOnlySpan<byte> head, string name, FieldMap fields) => head switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => FileShape.Zip,
        [0x1f, 0x8b, 8, ..] => FileShape.Gzip,
        _ when head.StartsWith("WARC/"u8) => FileShape.Warc,
        _ when IsTar(head) => FileShape.Tar,
        _ when IsJson(head) => FileShape.Json,
        _ when IsNewsMessage(head) => FileShape.News,
        _ when TableHead.Find(head, name, fields) is not null => FileShape.Table,
        _ => FileShape.Document,
    };

    /// <summary>Every tar since 1979 has its header's sum in its header; only newer ones have a name in it.</summary>
    private static bool IsTar(ReadOnlySpan<byte> head)
    {
        if (head.Length < TarBlock || head[0] == 0)
            return false;

        var sum = 0;
        for (var i = 0; i < TarBlock; i++)
            sum += i is >= 148 and < 156 ? ' ' : head[i];
        var written = 0;
        foreach (var digit in head[148..156].Trim(" \0"u8))
        {
            if (digit is < (byte)'0' or > (byte)'7')
                return false;
            written = written * 8 + digit - '0';
        }

        return written == sum;
    }

    /// <summary>Its name stands in the first element; before it come at most a declaration and comments.</summary>
    private static bool IsNewsMessage(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Encoding.UTF8.Preamble))
            head = head[3..];
        head = head.TrimStart(" \t\r\n"u8);
        var at = head[..Math.Min(head.Length, 4 << 10)].IndexOf("newsMessage"u8);
        return head is [(byte)'<', ..] && at > 0 && head[at - 1] is (byte)'<' or (byte)':';
    }

    /// <summary>An object, or a list of objects: a list of anything else may as well be "[[a wiki link]]".</summary>
    private static bool IsJson(ReadOnlySpan<byte> head)
    {
        var text = (head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head).TrimStart(" \t\r\n"u8);
        return text switch
        {
            [(byte)'{', .. var rest] => rest.TrimStart(" \t\r\n"u8) is [(byte)'"' or (byte)'}', ..],
            [(byte)'[', .. var rest] => rest.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)']', ..],
            _ => false,
        };
    }
}
