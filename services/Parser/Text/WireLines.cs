namespace Dateline.Parser.Text;

/// <summary>A wire text as groups of lines that belong to the story or stand above it.</summary>
internal static class WireLines
{
    public static List<List<string>> Of(string text)
    {
        var groups = Lines.Group(text).Select(group => group.ToList()).ToList();
        WireEnd.Cut(groups);
        return groups;
    }
}
