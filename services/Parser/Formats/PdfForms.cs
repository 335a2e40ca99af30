using System.Buffers;

namespace Dateline.Parser.Formats;

/// <summary>
/// Finds forms that draw forms in plain sight. Drawn again and again they ask for any amount of work in few bytes, and the library
/// has no bound on that; what is compressed passes the filters, which have. Programs that make PDF files compress them. Whatever a
/// stream says of its filters is not believed: only whether the drawing can be read as it stands.
/// </summary>
internal static class PdfForms
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    private static ReadOnlySpan<byte> Space => "\0\t\n\f\r "u8;

    public static bool DrawOthersUnbounded(ReadOnlySpan<byte> file)
    {
        // Streams cannot lie within other streams: their dictionaries are always in plain sight.
        while (file.IndexOf("stream"u8) is var at and >= 0)
        {
            var before = file[..at];
            var head = before[Math.Max(0, before.LastIndexOf("obj"u8))..];
            file = file[(at + 6)..];
            if (before.EndsWith("end"u8))
                continue;

            var end = file.IndexOf("endstream"u8);
            var content = end < 0 ? file : file[..end];
            // A name may be written with escapes, "/F#6Frm".
            var form = head.IndexOf("Form"u8) >= 0 || head.IndexOf("BBox"u8) >= 0 || head.Contains((byte)'#');
            if (form && Draws(content))
                return true;
            file = end < 0 ? [] : file[end..];
        }

        return false;
    }

    /// <summary>Whether the operator "Do" stands behind a name, "/F1 Do".</summary>
    private static bool Draws(ReadOnlySpan<byte> content)
    {
        for (var at = 0; content[at..].IndexOf("Do"u8) is var next and >= 0; at += 2)
        {
            at += next;
            var name = content[..at].TrimEnd(Space);
            if (name.Length < at
                && (at + 2 == content.Length || Ends.Contains(content[at + 2]))
                && name.LastIndexOfAny(Ends) is var start and >= 0
                && name[start] == '/')
            {
                return true;
            }
        }

        return false;
    }
}
