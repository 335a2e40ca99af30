using Dateline.Storage.Data;
using Dateline.Storage.Duplicates;
using Dateline.Storage.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Articles;

/// <summary>Reads what the archive holds about a batch: the articles themselves, and for new texts whatever resembles them.</summary>
internal sealed class ArchiveReading(ArchiveDb db, IArchiveTables tables, IReadOnlyList<IncomingArticle> batch)
{
    public async Task<ArchiveState> ReadAsync(CancellationToken cancellationToken)
    {
        var documents = batch.Select(item => item.Row.DocumentId).Distinct().ToArray();
        var ids = batch.Select(item => item.Row.Id).Distinct().ToArray();

        var arrivals = await db.Arrivals.AsNoTracking().Where(row => documents.Contains(row.DocumentId)).ToListAsync(cancellationToken);
        var tombstones = await db.Tombstones.AsNoTracking().Where(row => ids.Contains(row.ArticleId)).ToDictionaryAsync(row => row.ArticleId, cancellationToken);
        var confirmations = await db.Confirmations.AsNoTracking().Where(row => ids.Contains(row.ArticleId)).ToDictionaryAsync(row => row.ArticleId, cancellationToken);
        var known = (await Known(db.Articles.Where(row => ids.Contains(row.Id))).ToListAsync(cancellationToken))
            .ConvertAll(article => confirmations.TryGetValue(article.Id, out var confirmation) ? article.ConfirmedBy(confirmation) : article)
            .ToDictionary(article => article.Id);

        var state = new ArchiveState
        {
            Arrivals = arrivals,
            Articles = known,
            Tombstones = tombstones,
            Contents = await ContentsAsync(known, cancellationToken),
            Originals = new Dictionary<string, KnownArticle>(),
            Copied = new HashSet<Guid>(),
            Copies = new CopySearch(),
            Stories = new StorySearch(),
        };

        var done = arrivals.Select(row => (row.DocumentId, row.Run)).ToHashSet();
        var news = batch.Where(item => !done.Contains((item.Row.DocumentId, item.Row.DocumentRun)) && !tombstones.ContainsKey(item.Row.Id)
            && (!known.TryGetValue(item.Row.Id, out var article) || article.StateHash != item.Row.StateHash)).ToList();
        return news.Count == 0 ? state : await AddNeighboursAsync(state, news, cancellationToken);
    }

    private async Task<ArchiveState> AddNeighboursAsync(ArchiveState state, List<IncomingArticle> news, CancellationToken cancellationToken)
    {
        Parallel.ForEach(news, new ParallelOptions { CancellationToken = cancellationToken }, item => item.Prepare());

        var copyKeys = news.Select(item => item.Row.CopyKey).Distinct().ToArray();
        var originals = (await Known(db.Articles.Where(row => copyKeys.Contains(row.CopyKey) && row.DuplicateOf == null)).ToListAsync(cancellationToken))
            .GroupBy(article => article.CopyKey).ToDictionary(group => group.Key, group => group.MinBy(article => article.Seq)!);

        var revised = news.Select(item => item.Row.Id).Where(state.Articles.ContainsKey).Distinct().Cast<Guid?>().ToArray();
        var copied = revised.Length == 0 ? [] : await db.Articles
            .Where(row => revised.Contains(row.DuplicateOf)).Select(row => row.DuplicateOf!.Value).Distinct().ToListAsync(cancellationToken);

        var near = await AddCopiesAsync(state.Copies, news, cancellationToken);
        await AddStoriesAsync(state.Stories, news, [.. near, .. originals.Values.Select(original => original.StoryId)], cancellationToken);
        return state with { Originals = originals, Copied = copied.ToHashSet() };
    }

    /// <summary>Answers with the stories of what was found.</summary>
    private async Task<List<Guid>> AddCopiesAsync(CopySearch copies, List<IncomingArticle> news, CancellationToken cancellationToken)
    {
        var hashes = news.SelectMany(item => item.Shingles.Sketch).Distinct().ToList();
        foreach (var (key, id) in await tables.ArticlesWithAsync(db, hashes, cancellationToken))
            copies.AddKey(key, id);

        var found = news.SelectMany(item => copies.Candidates(item.Shingles)).Distinct().ToArray();
        if (found.Length == 0)
            return [];

        var articles = await db.Articles.Where(row => found.Contains(row.Id))
            .Select(row => new { row.Id, row.Title, row.Url, row.SourceTitle, row.FirstStoredAt, row.PublishedAt, row.StoryId, row.DuplicateOf, row.Text })
            .ToListAsync(cancellationToken);
        var missing = articles.Select(row => row.DuplicateOf).OfType<Guid>().Except(articles.Select(row => row.Id)).ToArray();
        if (missing.Length > 0)
        {
            articles.AddRange(await db.Articles.Where(row => missing.Contains(row.Id))
                .Select(row => new { row.Id, row.Title, row.Url, row.SourceTitle, row.FirstStoredAt, row.PublishedAt, row.StoryId, row.DuplicateOf, row.Text })
                .ToListAsync(cancellationToken));
        }

        foreach (var row in articles)
        {
            copies.AddArticle(new CopyCandidate
            {
                Id = row.Id,
                Title = row.Title,
                Url = row.Url,
                SourceTitle = row.SourceTitle,
                FirstStoredAt = row.FirstStoredAt,
                PublishedAt = row.PublishedAt,
                StoryId = row.StoryId,
                DuplicateOf = row.DuplicateOf,
                Shingles = TextShingles.Of(row.Text),
            });
        }

        return [.. articles.Select(row => row.StoryId)];
    }

    private async Task AddStoriesAsync(StorySearch stories, List<IncomingArticle> news, List<Guid> wanted, CancellationToken cancellationToken)
    {
        var gists = news.ConvertAll(item => TermWeights.Read(item.Row.Gist));
        var terms = gists.SelectMany(Story.KeysOf).Distinct().ToList();
        var (from, to) = (news.Min(item => item.Row.SortAt) - StorySearch.Window, news.Max(item => item.Row.SortAt) + StorySearch.Window);
        if (terms.Count > 0)
        {
            foreach (var (term, id) in await tables.StoriesWithAsync(db, terms, from, to, cancellationToken))
                stories.AddTerm(term, id);
        }

        var ids = gists.SelectMany(stories.Candidates).Concat(wanted).Distinct().ToArray();
        if (ids.Length == 0)
            return;
        foreach (var row in await db.Stories.AsNoTracking().Where(row => ids.Contains(row.Id) && row.MergedInto == null).ToListAsync(cancellationToken))
            stories.AddStory(row);
    }

    private async Task<Dictionary<Guid, StoredContent>> ContentsAsync(Dictionary<Guid, KnownArticle> known, CancellationToken cancellationToken)
    {
        var hashes = batch.ToLookup(item => item.Row.Id, item => item.Row.ContentHash);
        var touched = known.Values.Where(article => hashes[article.Id].Any(hash => hash != article.ContentHash)).Select(article => article.Id).ToArray();
        return touched.Length == 0 ? [] : await db.Articles.Where(row => touched.Contains(row.Id))
            .Select(row => new StoredContent(row.Id, row.Title, row.Text, row.Authors, row.PublishedAt, row.PublishedPrecision))
            .ToDictionaryAsync(content => content.ArticleId, cancellationToken);
    }

    private static IQueryable<KnownArticle> Known(IQueryable<ArticleRow> rows) => rows.AsNoTracking().Select(row => new KnownArticle
    {
        Seq = row.Seq,
        Id = row.Id,
        Revision = row.Revision,
        ContentHash = row.ContentHash,
        StateHash = row.StateHash,
        CopyKey = row.CopyKey,
        FetchedAt = row.FetchedAt,
        DocumentId = row.DocumentId,
        DocumentRun = row.DocumentRun,
        FirstStoredAt = row.FirstStoredAt,
        StoredAt = row.StoredAt,
        Title = row.Title,
        Url = row.Url,
        SourceTitle = row.SourceTitle,
        DuplicateOf = row.DuplicateOf,
        DuplicateReason = row.DuplicateReason,
        DuplicateShare = row.DuplicateShare,
        CopyDecided = row.CopyDecided,
        StoryId = row.StoryId,
    });
}
