namespace Dateline.Parser.Html.Tree;

internal sealed partial class TreeBuilder
{
    private int Create(Tag name, Space space, int firstAttribute, int attributes)
    {
        Count();
        return tree.Create(name, space, firstAttribute, attributes);
    }

    private void Count()
    {
        if (tree.Count >= options.MaxHtmlElements * 2 || ++elements > options.MaxHtmlElements)
            throw new PageTooLargeException($"more than {options.MaxHtmlElements:N0} elements (Parser:MaxHtmlElements)");
        if (elements % 1024 == 0)
            cancellation.ThrowIfCancellationRequested();
    }

    private int Insert(Space space = Space.Html) => Insert(tag, space, tokens.FirstAttribute, tokens.AttributeCount);

    private int Insert(Tag name) => Insert(name, Space.Html, 0, 0);

    private int Insert(Tag name, Space space, int firstAttribute, int attributes)
    {
        var node = Create(name, space, firstAttribute, attributes);
        var (parent, before) = Place(open.Current);
        tree.Insert(parent, node, before);
        open.Push(node);
        if (open.Blocks > MaxOpen || open.Count > 10 * MaxOpen)
            throw new PageTooLargeException($"more than {MaxOpen:N0} elements inside each other") { IsFixed = true };
        return node;
    }

    private void InsertVoid()
    {
        Insert();
        open.Pop();
    }

    private void InsertText(TextPiece piece)
    {
        var (parent, before) = Place(open.Current);
        tree.Text(parent, before, piece, tokens.SkippedComment);
        tokens.SkippedComment = false;
    }

    private void InsertRawText()
    {
        Insert();
        tokens.ReadRawText(tag);
        modeBehindText = mode;
        mode = InsertionMode.Text;
    }

    /// <summary>Where a new node goes: what a table cannot hold goes before the table.</summary>
    private (int Parent, int Before) Place(int target)
    {
        if (!foster || tree[target].Space != Space.Html || !tree[target].Tag.Has(TagTraits.TablePart))
            return (target, GrowingTree.Nothing);

        for (var i = open.Count - 1; i > 0; i--)
        {
            var node = open[i];
            if (tree[node].Tag == Tag.Template)
                return (node, GrowingTree.Nothing);
            if (tree[node].Tag == Tag.Table)
                return tree[node].Parent is var parent and not GrowingTree.Nothing ? (parent, node) : (open[i - 1], GrowingTree.Nothing);
        }

        return (open[0], GrowingTree.Nothing);
    }

    /// <summary>Adds the attributes that an element does not have yet: "html" and "body" may be written twice.</summary>
    private void AddAttributes(int node)
    {
        if (tokens.AttributeCount == 0)
            return;

        var (first, count) = (tree[node].FirstAttribute, tree[node].AttributeCount);
        if (count + tokens.AttributeCount > options.MaxAttributes)
            return;
        var (from, more) = (tokens.FirstAttribute, tokens.AttributeCount);
        var start = tokens.Attributes.Count;
        for (var i = 0; i < count; i++)
            tokens.Attributes.Add(tokens.Attributes[first + i]);
        for (var i = 0; i < more; i++)
        {
            var added = tokens.Attributes[from + i];
            var name = tokens.Source.AsSpan(added.NameStart, added.NameLength);
            var known = false;
            foreach (ref readonly var old in tokens.Attributes.Span.Slice(start, count))
                known |= name.Equals(tokens.Source.AsSpan(old.NameStart, old.NameLength), StringComparison.OrdinalIgnoreCase);
            if (!known)
                tokens.Attributes.Add(added);
        }

        (tree[node].FirstAttribute, tree[node].AttributeCount) = (start, tokens.Attributes.Count - start);
    }

    private ReadOnlySpan<char> AttributeValue(string name)
    {
        var number = AttributeNames.Find(name);
        foreach (ref readonly var attribute in tokens.Attributes.Span[tokens.FirstAttribute..])
        {
            if (attribute.Number == number)
                return tokens.Source.AsSpan(attribute.ValueStart, attribute.ValueLength);
        }

        return default;
    }
}
