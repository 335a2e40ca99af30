namespace Dateline.Storage.Search;

/// <summary>What a search shows of articles that say the same. What is shown stays while more arrive, so that pages fit together.</summary>
public enum CopyHandling
{
    /// <summary>All of them.</summary>
    None,

    /// <summary>The first of those that match.</summary>
    Copies,

    /// <summary>The first stored of those of one story that match.</summary>
    Story,
}
