using System.IO.Compression;
using System.Xml;
using Dateline.Contracts;
using Dateline.Parser.Html;
using Dateline.Parser.Metadata;
using Dateline.Parser.Text;

namespace Dateline.Parser.Formats;

/// <summary>Reads a Word document (DOCX, ECMA-376): its text in one pass, its properties, and nothing that it refers to.</summary>
internal sealed class WordReader(ParserOptions options)
{
    private const int MaxDepth = 256;

    /// <summary>No DTD, no resolver: entities cannot be declared and nothing outside is opened.</summary>
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    public Reading Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false));
            var draft = new Draft();
            if (archive.GetEntry("docProps/core.xml") is { } core)
                ReadProperties(core, draft);
            if (archive.GetEntry("word/document.xml") is not { } body)
                return Reading.None(RejectionReason.Malformed, "The Word document has no text part. Save it again as .docx.");
            ReadBody(body, draft);
            return Reading.Of(draft);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or EndOfStreamException)
        {
            return Reading.None(RejectionReason.Malformed, $"The Word document is damaged: {broken.Message} Save it again as .docx.");
        }
        catch (PageTooLargeException)
        {
            return Reading.None(RejectionReason.TooLarge, $"The Word document unpacks to more than {options.MaxUnpackedBytes:N0} bytes (Parser:MaxUnpackedBytes), has more than {options.MaxTextLength:N0} characters (Parser:MaxTextLength), an element of more than {TagStream.MaxBytes:N0} bytes, or elements deeper than {MaxDepth}. Give its text.");
        }
    }

    private void ReadBody(ZipArchiveEntry entry, Draft draft)
    {
        using var xml = Open(entry);
        var blocks = new WordBlocks(draft);
        var letters = 0;
        while (xml.Read())
        {
            if (xml.Depth > MaxDepth)
                throw new PageTooLargeException();
            if (xml.NodeType == XmlNodeType.Element)
                blocks.Start(xml);
            else if (xml.NodeType == XmlNodeType.EndElement)
                blocks.End(xml.LocalName);
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                ReadText(xml, blocks, ref letters);
        }
    }

    /// <summary>In pieces: one text may be as long as the document may be.</summary>
    private void ReadText(XmlReader xml, WordBlocks blocks, ref int letters)
    {
        var piece = new char[4096];
        while (xml.ReadValueChunk(piece, 0, piece.Length) is var read and > 0)
        {
            letters += read;
            if (letters > options.MaxTextLength)
                throw new PageTooLargeException();
            blocks.Text(piece.AsSpan(0, read));
        }
    }

    private void ReadProperties(ZipArchiveEntry entry, Draft draft)
    {
        using var xml = Open(entry);
        var name = "";
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
                name = xml.LocalName;
            if (xml.NodeType != XmlNodeType.Text)
                continue;
            var value = TextCleaner.Line(xml.Value);
            switch (name)
            {
                case "title":
                    draft.Title ??= value;
                    break;
                case "creator":
                    draft.Authors.AddRange(Bylines.Names(value.Replace(';', ',')));
                    break;
                case "keywords":
                    draft.Tags.AddRange(value.Split(',', ';').Select(tag => tag.Trim()).Where(tag => tag.Length > 1));
                    break;
                case "language":
                    draft.Language ??= PageMetadata.Language(value);
                    break;
                case "created" when Dates.DateParser.Parse(value) is { } created:
                    draft.Published.Add(created.From("document"));
                    break;
                case "modified" when Dates.DateParser.Parse(value) is { } modified:
                    draft.Modified.Add(modified.From("document"));
                    break;
            }
        }
    }

    private XmlReader Open(ZipArchiveEntry entry) => entry.Length > options.MaxUnpackedBytes
        ? throw new PageTooLargeException()
        : XmlReader.Create(new TagStream(new BoundedStream(entry.Open(), options.MaxUnpackedBytes)), Settings);
}
