namespace Dateline.Parser.Html.Tree;

/// <summary>One attribute of an element.</summary>
internal readonly struct NodeAttribute(HtmlPage page, PageAttribute attribute)
{
    /// <summary>In lower case.</summary>
    public string Name => page.NameOf(attribute);

    /// <summary>With its references decoded.</summary>
    public string Value => page.ValueOf(attribute);
}
