using System.Text;

namespace Dateline.Parser.Html.Tree;

/// <summary>An element or a text of a page: a place in its tree, for reading.</summary>
internal readonly record struct Node(HtmlPage Page, int Index)
{
    /// <summary>The element's name; <see cref="Tag.None"/> for a text.</summary>
    public Tag Tag => Page.Tags[Index];

    public bool IsText => Page.Tags[Index] == Tag.None;

    /// <summary>In lower case; empty for a text.</summary>
    public string LocalName => Page.NameOf(Tag);

    public Node? ParentElement => Page.Nodes[Index].Parent is >= 0 and var parent ? new Node(Page, parent) : null;

    /// <summary>Behind the last node below this one.</summary>
    public int End => Page.Nodes[Index].End;

    public NodeChildren ChildNodes => new(Page, Index, elements: false);

    /// <summary>Those that are elements.</summary>
    public NodeChildren Children => new(Page, Index, elements: true);

    /// <summary>All texts below.</summary>
    public IEnumerable<Node> Texts
    {
        get
        {
            for (var i = Index + 1; i < End; i++)
            {
                if (Page.Tags[i] == Tag.None)
                    yield return new Node(Page, i);
            }
        }
    }

    /// <summary>The characters of a text.</summary>
    public ReadOnlySpan<char> Data => Page.TextOf(Index);

    /// <summary>How many characters a text has.</summary>
    public int Length => Page.Nodes[Index].Count;

    public string? ClassName => GetAttribute("class");

    public string? Id => GetAttribute("id");

    public NodeAttributes Attributes => new(Page, Index);

    /// <summary>The only text below; null for none, and for several.</summary>
    public Node? OnlyText
    {
        get
        {
            var only = -1;
            for (var i = Index + 1; i < End; i++)
            {
                if (Page.Tags[i] != Tag.None)
                    continue;
                if (only >= 0)
                    return null;
                only = i;
            }

            return only < 0 ? null : new Node(Page, only);
        }
    }

    /// <summary>All text below, scripts and all; of a text, itself.</summary>
    public string TextContent
    {
        get
        {
            if (IsText)
                return Data.ToString();
            return OnlyText is { } only ? only.Data.ToString() : string.Create(TextLength, this, static (target, node) => node.CopyText(target));
        }
    }

    /// <summary>Writes all text below.</summary>
    public void CopyText(Span<char> target)
    {
        for (var i = Index + 1; i < End; i++)
        {
            if (Page.Tags[i] != Tag.None)
                continue;
            Page.TextOf(i).CopyTo(target);
            target = target[Page.Nodes[i].Count..];
        }
    }

    /// <summary>Characters of all text below.</summary>
    public int TextLength
    {
        get
        {
            var length = 0;
            for (var i = Index + 1; i < End; i++)
                length += Page.Tags[i] == Tag.None ? Page.Nodes[i].Count : 0;
            return length;
        }
    }

    /// <summary>Characters of text below; the data that applications ship in scripts is often ten times as long and is none.</summary>
    public int VisibleLength
    {
        get
        {
            var length = 0;
            for (var i = Index + 1; i < End; i++)
                length += Page.Tags[i] == Tag.None && Page.Tags[Page.Nodes[i].Parent] is not (Tag.Script or Tag.Style) ? Page.Nodes[i].Count : 0;
            return length;
        }
    }

    public Node? NextSibling => Page.Nodes[Index].Parent is >= 0 and var parent && End < Page.Nodes[parent].End ? new Node(Page, End) : null;

    public Node? PreviousSibling
    {
        get
        {
            if (Page.Nodes[Index].Parent is not (>= 0 and var parent) || Index == parent + 1)
                return null;
            var before = Index - 1;
            while (Page.Nodes[before].Parent != parent)
                before = Page.Nodes[before].Parent;
            return new Node(Page, before);
        }
    }

    public Node? PreviousElementSibling
    {
        get
        {
            var before = PreviousSibling;
            while (before is { IsText: true } text)
                before = text.PreviousSibling;
            return before;
        }
    }

    /// <summary>Also true of the node itself.</summary>
    public bool Contains(Node other) => other.Index >= Index && other.Index < End;

    public bool HasAttribute(string name) => Attribute(name) >= 0;

    /// <summary>The value, with its references decoded; null for none.</summary>
    public string? GetAttribute(string name) => Attribute(name) is >= 0 and var at ? Page.ValueOf(Page.AttributesOf(Index)[at]) : null;

    /// <summary>The value without a string made of it; empty for none.</summary>
    public ReadOnlySpan<char> ReadAttribute(string name)
    {
        if (Attribute(name) is not (>= 0 and var at))
            return default;
        ref readonly var attribute = ref Page.AttributesOf(Index)[at];
        return attribute.HasReferences ? Page.ValueOf(attribute) : Page.Written(attribute);
    }

    public Node? QuerySelector(string selector) => Selector.Of(selector).First(this);

    public IEnumerable<Node> QuerySelectorAll(string selector) => Selector.Of(selector).All(this);

    /// <summary>The element itself or the nearest around it that the selector fits.</summary>
    public Node? Closest(string selector) => Selector.Of(selector).Closest(this);

    private int Attribute(string name)
    {
        var number = AttributeNames.Find(name);
        if ((Page.Nodes[Index].Names & AttributeNames.Bit(number)) == 0 || IsText)
            return -1;
        var attributes = Page.AttributesOf(Index);
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i].Number == number && (number > 0 || Page.IsNamed(attributes[i], name)))
                return i;
        }

        return -1;
    }

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(IsText ? Data : LocalName);
        return true;
    }
}
