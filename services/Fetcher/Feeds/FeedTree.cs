namespace Dateline.Fetcher.Feeds;

/// <summary>A parsed document: its nodes over the source they were cut from, and how to read texts and attributes.</summary>
internal sealed class FeedTree(string source, FeedNode top, EntityTable entities, FeedOptions options)
{
    public string Source { get; } = source;

    /// <summary>Holds everything; has no name of its own.</summary>
    public FeedNode Top { get; } = top;

    /// <summary>The decoded text of a node and all below, trimmed; null when there is none.</summary>
    public string? TextOf(FeedNode node)
    {
        // Nearly always one text: no builder.
        if (node.FirstChild is { IsText: true, Next: null } only)
            return Trimmed(Decoded(only));

        var text = new System.Text.StringBuilder();
        Collect(node, text);
        return Trimmed(text.ToString());
    }

    public string Decoded(FeedNode text)
    {
        var slice = Source.AsSpan(text.Start, Math.Min(text.Length, options.MaxText));
        return text.IsLiteral ? slice.ToString() : entities.Decode(slice);
    }

    /// <summary>The decoded, trimmed value; null when there is no such attribute.</summary>
    public string? Attribute(FeedNode node, string name)
    {
        foreach (var attribute in node.Attributes)
        {
            if (attribute.Name == name)
                return Value(attribute);
        }

        return null;
    }

    public string Value(FeedAttribute attribute) =>
        entities.Decode(Source.AsSpan(attribute.Start, Math.Min(attribute.Length, options.MaxText))).Trim();

    public string Decode(string text) => entities.Decode(text);

    private void Collect(FeedNode node, System.Text.StringBuilder text)
    {
        for (var child = node.FirstChild; child is not null && text.Length < options.MaxText; child = child.Next)
        {
            if (child.IsText)
                text.Append(Decoded(child));
            else
                Collect(child, text);
        }
    }

    private static string? Trimmed(string text)
    {
        var trimmed = text.AsSpan().Trim(" \t\r\n\0");
        return trimmed.Length == 0 ? null : trimmed.Length == text.Length ? text : trimmed.ToString();
    }
}
