using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Dateline.Parser.Tests.Formats;

/// <summary>Writes PDF files by hand, well-formed or not.</summary>
internal static class Pdf
{
    /// <summary>Objects in order, from 1; the first is the catalogue.</summary>
    public static byte[] File(params byte[][] objects)
    {
        var file = new MemoryStream();
        var offsets = new List<long>();
        Write(file, "%PDF-1.7\n");
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(file.Length);
            Write(file, $"{i + 1} 0 obj\n");
            file.Write(objects[i]);
            Write(file, "\nendobj\n");
        }

        var start = file.Length;
        Write(file, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        Write(file, $"trailer << /Size {objects.Length + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>A file of pages, each drawn by a content stream.</summary>
    public static byte[] Pages(string info, params string[] contents) => File(
    [
        Raw("<< /Type /Catalog /Pages 2 0 R >>"),
        Raw($"<< /Type /Pages /Count {contents.Length} /Kids [{string.Join(' ', contents.Select((_, i) => $"{5 + 2 * i} 0 R"))}] >>"),
        Raw($"<< {info} >>"),
        Raw("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
        .. contents.SelectMany((content, i) => new[]
        {
            Raw($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> /Contents {6 + 2 * i} 0 R >>"),
            Stream(Encoding.Latin1.GetBytes(content)),
        }),
    ]);

    /// <summary>Lines below each other.</summary>
    public static string Lines(double x, double y, double size, params string[] lines) => string.Create(CultureInfo.InvariantCulture,
        $"BT /F {size} Tf {size * 1.2} TL {x} {y} Td {string.Concat(lines.Select(line => $"({line.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj T* "))}ET\n");

    public static byte[] Stream(byte[] content, bool packed = false, string more = "")
    {
        if (packed)
        {
            var stream = new MemoryStream();
            using (var zlib = new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true))
                zlib.Write(content);
            content = stream.ToArray();
        }

        return [.. Raw($"<< /Length {content.Length} {more} {(packed ? "/Filter /FlateDecode" : "")} >>\nstream\n"), .. content, .. Raw("\nendstream")];
    }

    public static byte[] Raw(string text) => Encoding.Latin1.GetBytes(text);

    public static ParseResult Parse(byte[] bytes, ParserOptions? options = null) =>
        new DocumentParser(options ?? new ParserOptions()).Parse(new ParseInput { Bytes = bytes, FileName = "a.pdf" }, CancellationToken.None);

    private static void Write(MemoryStream file, string text) => file.Write(Raw(text));
}
