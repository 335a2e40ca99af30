using System.IO.Compression;
using System.Text;

namespace Dateline.Parser.Tests.Formats;

/// <summary>Writes Word documents, well-formed or not.</summary>
internal static class Word
{
    private const string Space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Document(string body, string core = "") => Parts(
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", $"<?xml version=\"1.0\"?><w:document xmlns:w=\"{Space}\"><w:body>{body}</w:body></w:document>"),
        ("docProps/core.xml", $"""<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc" xmlns:dcterms="urn:dt">{core}</cp:coreProperties>"""));

    public static byte[] Parts(params (string Name, string Xml)[] parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return stream.ToArray();
    }

    public static string P(string text, string? style = null) =>
        $"<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static ParseResult Parse(byte[] bytes) => Samples.Parser.Parse(new ParseInput { Bytes = bytes, FileName = "a.docx" }, CancellationToken.None);
}
