using System.Text;

namespace Dateline.Fetcher.Feeds;

/// <summary>Reads the text constructs of feeds: escaped HTML, inline elements, plain text, base64.</summary>
internal sealed class FeedTexts(FeedTree tree, FeedUrls urls)
{
    /// <summary>One line of plain text.</summary>
    public string? Plain(FeedNode node)
    {
        var kind = KindOf(node);
        return Plain(node, kind, Raw(node, kind));
    }

    private string? Plain(FeedNode node, Kind kind, string? raw) =>
        kind is Kind.Text or Kind.Xhtml ? PlainText.Fold(kind is Kind.Text ? raw : tree.TextOf(node)) : PlainText.Of(raw);

    public FeedTitle? Title(FeedNode node)
    {
        var kind = KindOf(node);
        var raw = Raw(node, kind);
        if (Plain(node, kind, raw) is not { } plain)
            return null;
        return kind is not Kind.Text && raw!.Contains("<a ", StringComparison.OrdinalIgnoreCase)
            ? new FeedTitle(plain, Html(node, kind, raw))
            : new FeedTitle(plain, null);
    }

    /// <summary>HTML, or text where the feed says nothing better, with addresses made absolute; null when empty.</summary>
    public string? Html(FeedNode node)
    {
        var kind = KindOf(node);
        return Html(node, kind, Raw(node, kind));
    }

    private string? Html(FeedNode node, Kind kind, string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw))
            return null;

        var html = kind is Kind.Text ? InnerMarkup.Escape(raw) : raw;
        return HtmlUrls.Absolute(html.Trim(), urls.BaseOf(node));
    }

    private enum Kind
    {
        Escaped,
        Text,
        Xhtml,
        Base64,
    }

    private string? Raw(FeedNode node, Kind kind) => kind switch
    {
        Kind.Xhtml => InnerMarkup.Of(tree, Unwrapped(node), isEscaped: false),
        Kind.Base64 => Unbase64(tree.TextOf(node)),
        _ when InnerMarkup.HasElements(node) => InnerMarkup.Of(tree, node, isEscaped: true),
        _ => tree.TextOf(node),
    };

    private Kind KindOf(FeedNode node)
    {
        // Nearly every text of RSS.
        if (node is { Attributes.Length: 0, Space: not FeedSpace.Atom } && !IsXhtml(node))
            return Kind.Escaped;

        var mode = tree.Attribute(node, "mode");
        var type = tree.Attribute(node, "type")?.ToLowerInvariant();
        if (mode == "base64")
            return Kind.Base64;

        if (type == "xhtml" || mode == "xml" && InnerMarkup.HasElements(node) || IsXhtml(node))
            return Kind.Xhtml;

        if (node.Space != FeedSpace.Atom)
            return Kind.Escaped;

        if (type is null or "" or "text" or "text/plain")
            return mode == "escaped" && string.IsNullOrEmpty(type) ? Kind.Escaped : Kind.Text;

        if (type is "html" or "text/html" || mode == "escaped")
            return Kind.Escaped;

        // Any other media type is inline base64 (RFC 4287 §4.1.3.3); wrongly labelled text does not decode.
        return type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal) ? Kind.Escaped : Kind.Base64;
    }

    private static bool IsXhtml(FeedNode node)
    {
        foreach (var child in node.Elements)
            return child.Space == FeedSpace.Xhtml;
        return false;
    }

    // RFC 4287 §3.1.1.3: the div is an envelope, no part of the text.
    private static FeedNode Unwrapped(FeedNode node)
    {
        FeedNode? only = null;
        foreach (var child in node.Elements)
        {
            if (only is not null || child.Name != "div")
                return node;
            only = child;
        }

        return only is { Attributes.Length: 0 } || only is not null && only.Attributes.All(a => a.Name.StartsWith("xmlns", StringComparison.Ordinal)) ? only : node;
    }

    private static string? Unbase64(string? text)
    {
        if (text is null)
            return null;

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) ? Encoding.UTF8.GetString(bytes, 0, written) : text;
    }
}
