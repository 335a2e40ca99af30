using System.Text;

namespace Dateline.Fetcher.Feeds;

/// <summary>Writes the children of a node as HTML: for content that a feed carries as elements instead of escaped text.</summary>
internal static class InnerMarkup
{
    private static readonly string[] Void = ["br", "hr", "img", "wbr", "input", "col", "area", "param", "embed", "link", "meta"];

    public static bool HasElements(FeedNode node)
    {
        foreach (var _ in node.Elements)
            return true;
        return false;
    }

    /// <param name="isEscaped">Texts between the elements are HTML already, as in an RSS description with forgotten escaping.</param>
    public static string Of(FeedTree tree, FeedNode node, bool isEscaped)
    {
        var html = new StringBuilder();
        Write(tree, node, html, isEscaped);
        return html.ToString().Trim();
    }

    private static void Write(FeedTree tree, FeedNode node, StringBuilder html, bool isEscaped)
    {
        for (var child = node.FirstChild; child is not null; child = child.Next)
        {
            if (child.IsText)
                html.Append(isEscaped ? tree.Decoded(child) : Escape(tree.Decoded(child)));
            else
                WriteElement(tree, child, html, isEscaped);
        }
    }

    private static void WriteElement(FeedTree tree, FeedNode node, StringBuilder html, bool isEscaped)
    {
        html.Append('<').Append(node.Name);
        foreach (var attribute in node.Attributes)
        {
            if (!attribute.Name.StartsWith("xmlns", StringComparison.Ordinal))
                html.Append(' ').Append(attribute.Name).Append("=\"").Append(Escape(tree.Value(attribute)).Replace("\"", "&quot;")).Append('"');
        }

        html.Append('>');
        if (node.FirstChild is null && Void.Contains(node.Name))
            return;

        Write(tree, node, html, isEscaped);
        html.Append("</").Append(node.Name).Append('>');
    }

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
