namespace Dateline.Parser.Html.Tree;

/// <summary>Some of the names that HTML knows, to ask for without comparing strings.</summary>
internal sealed class TagSet
{
    private readonly bool[] members = new bool[(int)Tag.FirstOther];

    public TagSet(params ReadOnlySpan<Tag> tags)
    {
        foreach (var tag in tags)
            members[(int)tag] = true;
    }

    public bool Contains(Tag tag) => tag < Tag.FirstOther && members[(int)tag];
}
