using System.Text;
using Dateline.Parser.Html.Tree;

namespace Dateline.Parser.Tests.Html.Tree;

/// <summary>Writes what a page's tree has become, so that a test can say it in one line.</summary>
internal static class Markup
{
    /// <summary>The whole page.</summary>
    public static string Of(string html, int maxDepth = 256)
    {
        using var page = Build(html, maxDepth);
        return Write(page.Root);
    }

    /// <summary>What is inside of the body.</summary>
    public static string Body(string html, int maxDepth = 256)
    {
        using var page = Build("<!doctype html><body>" + html, maxDepth);
        return string.Concat(page.Body!.Value.ChildNodes.Select(Write));
    }

    public static HtmlPage Build(string html, int maxDepth = 256) => TreeBuilder.Build(PageSource.Of(html), new ParserOptions { MaxHtmlDepth = maxDepth }, CancellationToken.None);

    private static string Write(Node node)
    {
        if (node.IsText)
            return node.Data.ToString();
        var text = new StringBuilder().Append('<').Append(node.LocalName);
        foreach (var attribute in node.Attributes)
            text.Append(' ').Append(attribute.Name).Append("=\"").Append(attribute.Value).Append('"');
        text.Append('>');
        if (node.LocalName is "br" or "img" or "hr" or "meta" or "link" or "input" or "col")
            return text.ToString();
        foreach (var child in node.ChildNodes)
            text.Append(Write(child));
        return text.Append("</").Append(node.LocalName).Append('>').ToString();
    }
}
