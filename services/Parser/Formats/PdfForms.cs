namespace Dateline.Parser.Formats;

/// <summary>
/// Finds forms that draw forms and are not compressed. Drawn again and again they ask for any amount of work in few bytes, and the
/// library has no bound on that; what is compressed passes the filters, which have. Programs that make PDF files compress them.
/// </summary>
internal static class PdfForms
{
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
            if (form && head.IndexOf("Decode"u8) < 0 && content.IndexOf("Do"u8) >= 0)
                return true;
            file = end < 0 ? [] : file[end..];
        }

        return false;
    }
}
