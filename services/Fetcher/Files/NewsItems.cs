using System.Globalization;
using System.Text;
using System.Xml;

namespace Dateline.Fetcher.Files;

/// <summary>Takes the items out of a message of NewsML-G2, as agencies send several in one.</summary>
internal static class NewsItems
{
    private const int MaxDepth = 256;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static IEnumerable<FileItem> Read(FileSource source, string name, UnpackingBudget budget)
    {
        if (source.ReadToEnd(budget.Options.MaxItemBytes) is not { } bytes)
            return [budget.TooLarge(name)];
        return Count(bytes) switch
        {
            0 => [FileItem.Refused(name, "The message holds no news item. A package only lists items: give these.")],
            1 => [new FileItem(name) { Bytes = bytes, MediaType = "application/vnd.iptc.g2.newsmessage+xml" }],
            _ => Items(bytes, name),
        };
    }

    private static int Count(byte[] bytes)
    {
        var count = 0;
        using var xml = Open(bytes);
        while (Next(xml))
            count += xml.LocalName == "newsItem" ? 1 : 0;
        return count;
    }

    private static IEnumerable<FileItem> Items(byte[] bytes, string name)
    {
        var number = 0;
        using var xml = Open(bytes);
        while (Next(xml))
        {
            var shown = string.Create(CultureInfo.InvariantCulture, $"{name}/{++number}");
            var kind = xml.LocalName;
            if (kind == "newsItem")
                yield return new FileItem(shown) { Bytes = Encoding.UTF8.GetBytes(Outer(xml)), MediaType = "application/vnd.iptc.g2.newsitem+xml", Charset = "utf-8" };
            else
                yield return new FileItem(shown) { PassedOver = true, Problem = $"It is a {kind}, which holds no text." };
        }
    }

    private static string Outer(XmlReader xml)
    {
        using var item = xml.ReadSubtree();
        item.Read();
        return item.ReadOuterXml();
    }

    /// <summary>Goes to the next item of the set; whatever is left of the one before is passed over.</summary>
    private static bool Next(XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.Depth > MaxDepth)
                throw new InvalidDataException($"Its elements lie deeper than {MaxDepth} within each other.");
            if (xml is { NodeType: XmlNodeType.Element, Depth: 2 } && (xml.LocalName.EndsWith("Item", StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    private static XmlReader Open(byte[] bytes) => XmlReader.Create(new MemoryStream(bytes, writable: false), Settings);
}
