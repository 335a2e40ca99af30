namespace Dateline.Storage.Search;

/// <summary>The order of a search's results.</summary>
public enum ArticleSort
{
    /// <summary>By publication, or by storing where no date is known.</summary>
    Newest,

    /// <summary>By how well the words match, among the newest matches.</summary>
    Relevance,

    /// <summary>As newest, from the other end.</summary>
    Oldest,
}
