namespace Dateline.Parser.Html.Tree;

/// <summary>
/// A page's tree: flat lists in reading order over the page's own text, which no node copies. Its memory goes to the next
/// page when it is disposed; nodes of it must not be used any more then.
/// </summary>
internal sealed class HtmlPage : IDisposable
{
    private readonly PageSource source;
    private readonly IReadOnlyList<string> otherNames;
    private PooledList<Tag> tags;
    private PooledList<PageNode> nodes;
    private PooledList<PageAttribute> attributes;
    private PooledList<char> decoded;

    public HtmlPage(PageSource source, PooledList<Tag> tags, PooledList<PageNode> nodes, PooledList<PageAttribute> attributes, PooledList<char> decoded, IReadOnlyList<string> otherNames)
    {
        (this.source, this.tags, this.nodes, this.attributes, this.decoded, this.otherNames) = (source, tags, nodes, attributes, decoded, otherNames);
    }

    /// <summary>The element "html", which every page has.</summary>
    public Node Root => new(this, 0);

    /// <summary>The element "body" or "frameset"; null for a page that has neither.</summary>
    public Node? Body
    {
        get
        {
            foreach (var child in Root.Children)
            {
                if (child.Tag is Tag.Body or Tag.FrameSet)
                    return child;
            }

            return null;
        }
    }

    public Node? QuerySelector(string selector) => Root.QuerySelector(selector);

    public IEnumerable<Node> QuerySelectorAll(string selector) => Root.QuerySelectorAll(selector);

    internal ReadOnlySpan<Tag> Tags => tags.Span;

    internal ReadOnlySpan<PageNode> Nodes => nodes.Span;

    internal string NameOf(Tag tag) => tag < Tag.FirstOther ? TagNames.Of(tag) : otherNames[tag - Tag.FirstOther];

    internal ReadOnlySpan<char> TextOf(int node)
    {
        ref readonly var text = ref Nodes[node];
        return text.IsDecoded ? decoded.Span.Slice(text.First, text.Count) : source.AsSpan(text.First, text.Count);
    }

    internal ReadOnlySpan<PageAttribute> AttributesOf(int node) => attributes.Span.Slice(Nodes[node].First, Nodes[node].Count);

    internal string NameOf(in PageAttribute attribute) =>
        attribute.Number > 0 ? AttributeNames.Of(attribute.Number) : source.AsSpan(attribute.NameStart, attribute.NameLength).ToString().ToLowerInvariant();

    internal bool IsNamed(in PageAttribute attribute, string name) =>
        source.AsSpan(attribute.NameStart, attribute.NameLength).Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The value as it stands in the page, references and all.</summary>
    internal ReadOnlySpan<char> Written(in PageAttribute attribute) => source.AsSpan(attribute.ValueStart, attribute.ValueLength);

    internal string ValueOf(in PageAttribute attribute) =>
        attribute.HasReferences ? CharacterReferences.Decode(Written(attribute), inAttribute: true) : Written(attribute).ToString();

    public void Dispose()
    {
        tags.Return();
        nodes.Return();
        attributes.Return();
        decoded.Return();
    }
}
