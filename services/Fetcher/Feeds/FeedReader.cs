using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Dateline.Fetcher.Feeds;

/// <summary>Reads any feed, sitemap or subscription list that real publishers serve into one model, within fixed bounds of time and memory.</summary>
public sealed class FeedReader(FeedOptions options)
{
    /// <summary>Enough to see that a character is more than one byte.</summary>
    private const int ShapeBytes = 64;

    /// <param name="contentType">As the transport said, with its charset; null for a file.</param>
    /// <param name="baseUrl">Where the bytes came from; relative addresses are resolved against it.</param>
    /// <returns>False: the bytes are no feed.</returns>
    public bool TryRead(ReadOnlyMemory<byte> bytes, string? contentType, string? baseUrl, [NotNullWhen(true)] out Feed? feed)
    {
        if (IsOtherMarkup(bytes.Span[..Math.Min(bytes.Length, options.MaxBytes)], contentType))
        {
            feed = null;
            return false;
        }

        var warnings = new List<string>();
        var text = Text(bytes, contentType, warnings);
        var start = text.AsSpan().TrimStart(" \t\r\n\ufeff\0");
        feed = start.Length == 0 ? null
            : start[0] is '{' or '[' ? JsonFeed.Read(text, baseUrl, options, warnings)
            : ReadMarkup(text, baseUrl, warnings);
        return feed is not null;
    }

    /// <summary>Markup, to be read as it is, that no feed begins in. A charset that is named may have other bytes for ASCII.</summary>
    private static bool IsOtherMarkup(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var start = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        start = start.TrimStart(" \t\r\n"u8);
        return (CharsetOf(contentType) is not { Length: > 0 } charset || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) && start.StartsWith("<"u8) && !start[..Math.Min(start.Length, ShapeBytes)].Contains((byte)0)
            && !FeedRoot.MayBeThere(bytes);
    }

    private Feed? ReadMarkup(string text, string? baseUrl, List<string> warnings)
    {
        // Binary files and plain prose never get as far as the scanner.
        if (!text.Contains('<') || !FeedRoot.MayBeThere(text))
            return null;

        var scanner = new FeedScanner(text, options);
        var tree = scanner.Scan();
        if (scanner.Warning is { } warning)
            warnings.Add(warning);

        return FeedRoot.Find(tree.Top) is not { } root ? null : root.Name switch
        {
            "urlset" or "sitemapindex" => Sitemap.Read(tree, root, baseUrl, options, warnings),
            "opml" => Opml.Read(tree, root, baseUrl, options, warnings),
            _ => new XmlFeed(tree, root, baseUrl, options).Read(warnings),
        };
    }

    private string Text(ReadOnlyMemory<byte> bytes, string? contentType, List<string> warnings)
    {
        if (GzipBytes.Inflate(bytes, options.MaxBytes) is { } inflated)
            bytes = inflated;

        if (bytes.Length > options.MaxBytes)
        {
            warnings.Add($"Only the first {options.MaxBytes} bytes were read.");
            bytes = bytes[..options.MaxBytes];
        }

        return FeedDecoder.Decode(bytes.Span, CharsetOf(contentType), warnings);
    }

    private static string? CharsetOf(string? contentType)
    {
        var at = contentType?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : contentType![(at + 8)..].Split(';', ',')[0].Trim(' ', '"', '\'');
    }
}
