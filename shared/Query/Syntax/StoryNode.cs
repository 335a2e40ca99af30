namespace Dateline.Query.Syntax;

/// <summary>The story that the article belongs to.</summary>
/// <param name="Story">Its id, or that of one that was merged into it.</param>
/// <param name="Start">Of the whole filter.</param>
/// <param name="Length">Of the whole filter.</param>
public sealed record StoryNode(Guid Story, int Start, int Length) : QueryNode(Start, Length)
{
    public override string ToString() => $"story:{Story}";

    /// <summary>The first in a query; null when it asks for no story.</summary>
    public static StoryNode? In(QueryNode query) => query switch
    {
        StoryNode story => story,
        AndNode and => and.Parts.Select(In).FirstOrDefault(found => found is not null),
        OrNode or => or.Parts.Select(In).FirstOrDefault(found => found is not null),
        NotNode not => In(not.Part),
        _ => null,
    };
}
