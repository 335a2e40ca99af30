using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Dateline.Parser.Html;

namespace Dateline.Parser.Formats;

/// <summary>Reads the XML of agencies into a tree, with nothing from outside of it and within bounds.</summary>
internal static partial class NewsXml
{
    /// <summary>A DTD is named by most NITF files and never read: its declarations do not count, and nothing is fetched.</summary>
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    /// <exception cref="XmlException">It is no XML.</exception>
    /// <exception cref="PageTooLargeException">It is too deep, or has too many elements.</exception>
    public static XElement Read(string text, ParserOptions options)
    {
        // Without the DTD its entities are unknown; those of HTML are what agencies use.
        var readable = text.Contains('&') ? NamedEntity().Replace(text, Character) : text;
        Check(readable, options);
        using var reader = XmlReader.Create(new StringReader(readable), Settings);
        return XElement.Load(reader);
    }

    private static void Check(string text, ParserOptions options)
    {
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at))
        {
            var end = text.IndexOf('>', at);
            if ((end < 0 ? text.Length : end) - at > TagStream.MaxBytes)
                throw new PageTooLargeException();
            if (end < 0)
                break;
            at = end;
        }

        using var reader = XmlReader.Create(new StringReader(text), Settings);
        for (var elements = 0; reader.Read();)
        {
            if (reader.Depth > options.MaxHtmlDepth || (reader.NodeType == XmlNodeType.Element && (++elements > options.MaxHtmlElements || reader.AttributeCount > options.MaxAttributes)))
                throw new PageTooLargeException();
        }
    }

    private static string Character(Match entity)
    {
        if (entity.Groups[1].Value is "amp" or "lt" or "gt" or "quot" or "apos")
            return entity.Value;
        var character = WebUtility.HtmlDecode(entity.Value);
        return character == entity.Value ? $"&amp;{entity.Groups[1].Value};" : character;
    }

    [GeneratedRegex("&([A-Za-z][A-Za-z0-9]{0,31});", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex NamedEntity();
}
