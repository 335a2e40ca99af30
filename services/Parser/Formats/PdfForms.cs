namespace Dateline.Parser.Formats;

/// <summary>Tells by a look at the bytes whether a PDF file has forms: drawings that pages and other forms draw, as often as they like.</summary>
internal static class PdfForms
{
    public static bool MayBeIn(ReadOnlySpan<byte> file)
    {
        // Streams cannot lie within other streams: their dictionaries are always in plain sight.
        while (file.IndexOf("stream"u8) is var at and >= 0)
        {
            var before = file[..at];
            var head = before[Math.Max(0, before.LastIndexOf("obj"u8))..];
            file = file[(at + 6)..];
            if (before.EndsWith("end"u8))
                continue;

            // A name may be written with escapes, "/F#6Frm".
            if (head.IndexOf("Form"u8) >= 0 || head.IndexOf("BBox"u8) >= 0 || head.Contains((byte)'#'))
                return true;
            var end = file.IndexOf("endstream"u8);
            file = end < 0 ? [] : file[end..];
        }

        return false;
    }
}
