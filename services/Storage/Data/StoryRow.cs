namespace Dateline.Storage.Data;

/// <summary>An event and the articles that report it. An article that nobody else wrote about is a story of one.</summary>
public sealed class StoryRow
{
    public required Guid Id { get; set; }

    /// <summary>Of the earliest member, by its date.</summary>
    public required DateTime FirstSeen { get; set; }

    public required DateTime LastSeen { get; set; }

    public required Guid FirstArticle { get; set; }

    /// <summary>The fullest report that is no copy.</summary>
    public required Guid BestArticle { get; set; }

    public int BestScore { get; set; }

    public int Members { get; set; }

    /// <summary>Sum of its members' gists, as <see cref="Stories.TermWeights"/> writes it.</summary>
    public required string Gist { get; set; }

    /// <summary>A person has put this story into another one.</summary>
    public Guid? MergedInto { get; set; }
}
