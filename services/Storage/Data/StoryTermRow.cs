namespace Dateline.Storage.Data;

/// <summary>A word that weighs much in a story: the index by which an article's story is found.</summary>
public sealed class StoryTermRow
{
    public required string Term { get; set; }

    public required Guid StoryId { get; set; }

    /// <summary>When a member last named the word.</summary>
    public required DateTime LastSeen { get; set; }
}
