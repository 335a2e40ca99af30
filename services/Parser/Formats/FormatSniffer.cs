using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Parser.Formats;

/// <summary>Tells a document's format: by its content first, then by its name, then by what the transport said.</summary>
internal static partial class FormatSniffer
{
    private const int Prefix = 4096;

    /// <summary>Text in any charset has almost no control characters; ISO-2022-JP has some escapes.</summary>
    private const double MaxControlShare = 0.03;

    public static (DocumentFormat Kind, string Seen) Sniff(ReadOnlySpan<byte> bytes, string? mediaType, string? name)
    {
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
            return (DocumentFormat.Pdf, "PDF");
        if (bytes.StartsWith("PK\u0003\u0004"u8) && bytes.IndexOf("word/document.xml"u8) >= 0)
            return (DocumentFormat.Word, "a Word document");
        if (Signature.Find(bytes) is { } binary)
            return (DocumentFormat.Unsupported, binary);

        var head = Head(bytes);
        if (head is null)
            return (DocumentFormat.Unsupported, "binary data");

        var media = MediaTypes.Essence(mediaType);
        var extension = Extension(name);
        var start = head.AsSpan().TrimStart("\uFEFF \t\r\n");
        if (start is ['{' or '[', ..] && (LooksLikeJson().IsMatch(start) || IsJson(media, extension)))
            return (DocumentFormat.Json, "JSON");
        if (IsMail(start, media, extension))
            return (DocumentFormat.Mail, "mail");
        if (start is ['<', ..])
            return Markup(start.ToString(), media, extension);

        return (media, extension) switch
        {
            (_, ".md" or ".markdown" or ".mdown") or ("text/markdown" or "text/x-markdown", _) => (DocumentFormat.Markdown, "Markdown"),
            (_, ".json" or ".jsonld") => (DocumentFormat.Json, "JSON"),
            (_, ".txt" or ".text") => (DocumentFormat.Text, "text"),
            (_, ".html" or ".htm" or ".xhtml") or ("text/html" or "application/xhtml+xml", _) => (DocumentFormat.Html, "HTML"),
            _ when FrontMatterStart().IsMatch(start) => (DocumentFormat.Markdown, "Markdown"),
            _ when media.StartsWith("image/", StringComparison.Ordinal) || media.StartsWith("video/", StringComparison.Ordinal) || media.StartsWith("audio/", StringComparison.Ordinal) => (DocumentFormat.Unsupported, $"{media}, as the transport says"),
            _ => (DocumentFormat.Text, "text"),
        };
    }

    private static (DocumentFormat Kind, string Seen) Markup(string start, string media, string extension)
    {
        var root = Root().Match(Preamble().Replace(start, " "));
        var name = root.Success ? root.Groups[1].Value.ToLowerInvariant() : "";
        var feed = name switch
        {
            "rss" => "an RSS feed",
            "feed" => "an Atom feed",
            "rdf" => "an RSS 1.0 feed",
            "urlset" or "sitemapindex" => "a sitemap",
            "opml" => "an OPML list of feeds",
            _ => null,
        };
        if (feed is not null)
            return (DocumentFormat.Feed, feed);
        if (name is "nitf" or "newsitem" or "newsmessage")
            return (DocumentFormat.News, name == "nitf" ? "NITF" : "NewsML-G2");
        if (HtmlElement().IsMatch(start) || extension is ".html" or ".htm" or ".xhtml" || media is "text/html" or "application/xhtml+xml")
            return (DocumentFormat.Html, "HTML");
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || extension == ".xml" || media.EndsWith("xml", StringComparison.Ordinal))
            return (DocumentFormat.Unsupported, name.Length > 0 ? $"an XML document <{name}>" : "an XML document");
        return extension is ".md" or ".markdown" ? (DocumentFormat.Markdown, "Markdown") : (DocumentFormat.Text, "text");
    }

    /// <summary>Texts have lines like "Date: …" too; what only mail software writes, or the name, has to be there as well.</summary>
    private static bool IsMail(ReadOnlySpan<char> start, string media, string extension) =>
        MailHeaders().IsMatch(start) && (media is "message/rfc822" or "multipart/related" || extension is ".eml" or ".mht" or ".mhtml" || MailMark().IsMatch(start));

    private static bool IsJson(string media, string extension) =>
        extension is ".json" or ".jsonld" || media is "application/json" or "text/json" || media.EndsWith("+json", StringComparison.Ordinal);

    private static string Extension(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return "";

        var path = name.Split('?', '#')[0];
        var dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') ? path[dot..].ToLowerInvariant() : "";
    }

    /// <summary>The start of the document as far as ASCII goes; null for what is no text.</summary>
    private static string? Head(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Prefix)];
        if (sample is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(sample[2..]);
        if (sample is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(sample[2..]);

        var zeros = sample.Count((byte)0);
        if (zeros > sample.Length / 4 && zeros < sample.Length * 0.6)
            return Encoding.Latin1.GetString(sample).Replace("\0", "", StringComparison.Ordinal);

        var controls = 0;
        foreach (var value in sample)
        {
            if (value < 32 && value is not (9 or 10 or 12 or 13 or 27))
                controls++;
        }

        return controls > sample.Length * MaxControlShare ? null : Encoding.UTF8.GetString(sample);
    }

    [GeneratedRegex(@"^(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex MailHeaders();

    [GeneratedRegex(@"^(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n|[ \t][^\n]*\n)*(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To):", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex MailMark();

    /// <summary>A list of anything but objects may as well be "[[a wiki link]]".</summary>
    [GeneratedRegex("""^(\{\s*("|\})|\[\s*\{)""", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LooksLikeJson();

    [GeneratedRegex(@"<\?[^>]*>|<!--.*?(?:-->|$)|<!doctype[^>]*>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Preamble();

    [GeneratedRegex(@"^\s*<(?:[a-z0-9]+:)?([a-z0-9]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Root();

    [GeneratedRegex(@"<!doctype\s+html|<(?:html|head|body|title|meta|link|article|section|main|div|p|h[1-6]|table|ul|span|script|style|header|nav)[\s>/]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex HtmlElement();

    [GeneratedRegex(@"^---[ \t]*\r?\n[ \t]*[\w-]+[ \t]*:", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex FrontMatterStart();
}
