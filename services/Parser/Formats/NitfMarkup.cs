using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Dateline.Parser.Formats;

/// <summary>Writes the body of an NITF story as HTML, whose elements it mostly shares.</summary>
internal static class NitfMarkup
{
    public static string ToHtml(XElement content)
    {
        var html = new StringBuilder();
        Children(content, html);
        return html.ToString();
    }

    private static void Children(XElement parent, StringBuilder html)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XText text)
                html.Append(WebUtility.HtmlEncode(text.Value));
            else if (node is XElement element)
                Element(element, html);
        }
    }

    private static void Element(XElement element, StringBuilder html)
    {
        var name = element.Name.LocalName.ToLowerInvariant();
        var tag = name switch
        {
            "p" or "ul" or "ol" or "li" or "dl" or "dt" or "dd" or "pre" or "table" or "tr" or "td" or "th" or "caption" or "em" or "a" or "br" => name,
            "hl1" or "hl2" => "h2",
            "bq" => "blockquote",
            "media" => "figure",
            "media-caption" => "figcaption",
            "block" or "nitf-table" => "div",
            "credit" => "p",
            // Who took a picture, where it lies, and what machines are told.
            "media-reference" or "media-metadata" or "media-object" or "media-producer" or "custom-table" or "nitf-table-metadata" or "datasource" => null,
            _ => "",
        };
        if (tag is null)
            return;
        if (tag.Length > 0)
            html.Append('<').Append(tag).Append('>');
        Children(element, html);
        if (tag.Length > 0 && tag != "br")
            html.Append("</").Append(tag).Append('>');
    }
}
