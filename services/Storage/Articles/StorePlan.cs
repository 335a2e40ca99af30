using Dateline.Storage.Data;

namespace Dateline.Storage.Articles;

/// <summary>What a batch writes: decided in memory, carried out in one transaction.</summary>
internal sealed class StorePlan
{
    public List<ArticleRow> Inserts { get; } = [];

    /// <summary>Articles with new content or new findings.</summary>
    public List<ArticleRow> Updates { get; } = [];

    /// <summary>Articles that a newer document confirmed: only where they come from changes.</summary>
    public List<KnownArticle> Confirmed { get; } = [];

    public List<RevisionRow> Revisions { get; } = [];

    public List<ArrivalRow> Arrivals { get; } = [];

    /// <summary>Indexed runs of words of new texts.</summary>
    public List<ShingleRow> Shingles { get; } = [];

    /// <summary>New stories and those that got members.</summary>
    public List<StoryRow> Stories { get; } = [];

    public List<StoryTermRow> StoryTerms { get; } = [];

    /// <summary>Documents of articles that were removed: what was received of them is to be forgotten.</summary>
    public List<RemovalNoticeRow> Notices { get; } = [];

    /// <summary>One for each item, in the order they were given.</summary>
    public List<ArrivalRow> Answers { get; } = [];
}
