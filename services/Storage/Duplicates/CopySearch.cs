namespace Dateline.Storage.Duplicates;

/// <summary>
/// Finds near copies among the articles that share indexed runs of words with a text, and measures each of them exactly. Knows
/// no database: what is stored is put in before, what is decided is added as it goes.
/// </summary>
internal sealed class CopySearch
{
    /// <summary>Fewer shared runs are a common phrase or chance.</summary>
    private const int FewestHits = 2;

    /// <summary>How many candidates are compared word by word.</summary>
    private const int MostCandidates = 12;

    /// <summary>
    /// Of the shorter text. Nine kinds of copies (cut to 40 %, edited, misspelt, with other datelines and boilerplate) stay above
    /// one half, different articles below 0.04 (measured).
    /// </summary>
    private const double LeastShare = 0.5;

    /// <summary>Of the longer text: a digest that quotes a whole notice among ten others is not a copy of it.</summary>
    private const double LeastShareOfLonger = 0.25;

    /// <summary>Less common text is a caption or a boilerplate line.</summary>
    private const int FewestCommon = 15;

    private readonly Dictionary<long, List<Guid>> index = [];
    private readonly Dictionary<Guid, CopyCandidate> articles = [];

    /// <summary>Takes up what the index of the database says.</summary>
    public void AddKey(long key, Guid article)
    {
        if (!index.TryGetValue(key, out var list))
            index.Add(key, list = []);
        if (!list.Contains(article))
            list.Add(article);
    }

    public void AddArticle(CopyCandidate article)
    {
        articles[article.Id] = article;
        foreach (var key in article.Shingles.Sketch)
            AddKey(key, article.Id);
    }

    public CopyCandidate? Get(Guid article) => articles.GetValueOrDefault(article);

    /// <summary>The articles that share most of the indexed runs, best first.</summary>
    public IReadOnlyList<Guid> Candidates(TextShingles text) =>
        [.. text.Sketch
            .SelectMany(key => index.GetValueOrDefault(key, []))
            .CountBy(id => id)
            .Where(hits => hits.Value >= FewestHits)
            .OrderByDescending(hits => hits.Value).ThenBy(hits => hits.Key)
            .Take(MostCandidates)
            .Select(hits => hits.Key)];

    /// <summary>The most similar one; of equals the one that came first.</summary>
    public CopyMatch? Find(Guid self, TextShingles text) =>
        All(self, text)
            .OrderByDescending(match => Math.Max(match.Share, match.ShareOfOther) + Math.Min(match.Share, match.ShareOfOther))
            .ThenBy(match => match.Article.DuplicateOf is not null)
            .ThenBy(match => match.Article.FirstStoredAt)
            .ThenBy(match => match.Article.Id)
            .FirstOrDefault();

    public IEnumerable<CopyMatch> All(Guid self, TextShingles text)
    {
        foreach (var id in Candidates(text))
        {
            if (id == self || !articles.TryGetValue(id, out var article))
                continue;

            var common = text.CommonWith(article.Shingles);
            if (common < FewestCommon)
                continue;

            var (share, other) = ((double)common / text.Count, (double)common / article.Shingles.Count);
            if (Math.Max(share, other) >= LeastShare && Math.Min(share, other) >= LeastShareOfLonger)
                yield return new CopyMatch(article, share, other);
        }
    }
}
