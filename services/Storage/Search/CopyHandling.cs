namespace Dateline.Storage.Search;

/// <summary>What a search shows of articles with the same text.</summary>
public enum CopyHandling
{
    /// <summary>All of them.</summary>
    None,

    /// <summary>The first of those that match.</summary>
    Copies,
}
