namespace Dateline.Parser.Html.Tree;

/// <summary>An element's attributes, in the order of the page.</summary>
internal readonly ref struct NodeAttributes(HtmlPage page, int node)
{
    public Enumerator GetEnumerator() => new(page, page.AttributesOf(node));

    /// <summary>Goes through the attributes.</summary>
    internal ref struct Enumerator(HtmlPage page, ReadOnlySpan<PageAttribute> attributes)
    {
        private readonly ReadOnlySpan<PageAttribute> attributes = attributes;
        private int at = -1;

        public readonly NodeAttribute Current => new(page, attributes[at]);

        public bool MoveNext() => ++at < attributes.Length;
    }
}
