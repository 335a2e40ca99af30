using Dateline.Persistence;
using Dateline.Storage.Data;
using Dateline.Storage.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Stories;

/// <summary>Finds what else was written about an article's subject: copies, its story, and stories close to it.</summary>
public sealed class SimilarReader(Database<ArchiveDb> database)
{
    public const int MaxLimit = 50;

    private const int MostCompared = 400;
    private const int WordsShown = 8;

    private readonly IArchiveTables tables = IArchiveTables.For(database.Kind);

    /// <summary>Null when there is no such article.</summary>
    public Task<SimilarList?> FindAsync(Guid id, int limit, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync<SimilarList?>(async (db, token) =>
        {
            var article = await db.Articles.Where(row => row.Id == id).Select(row => new { row.Text, row.Gist, row.StoryId, row.SortAt }).SingleOrDefaultAsync(token);
            if (article is null)
                return null;

            var gist = TermWeights.Read(article.Gist);
            var search = new StorySearch();
            foreach (var (term, story) in await tables.StoriesWithAsync(
                db, [.. Story.KeysOf(gist)], article.SortAt - StorySearch.Window, article.SortAt + StorySearch.Window, token))
                search.AddTerm(term, story);

            var copies = await CopiesAsync(db, id, article.Text, token);
            var (near, stories) = (copies.Keys.ToArray(), search.Candidates(gist).Append(article.StoryId).Distinct().ToArray());
            var rows = await db.Articles
                .Where(row => row.Id != id && (near.Contains(row.Id) || stories.Contains(row.StoryId)))
                .OrderByDescending(row => row.StoryId == article.StoryId).ThenByDescending(row => row.SortAt).Take(MostCompared)
                .Select(row => new { row.Id, row.Title, row.Url, row.SourceTitle, row.SortAt, row.StoryId, row.Gist })
                .ToListAsync(token);
            return new SimilarList(id, [.. rows
                .Select(row => (Row: row, Gist: TermWeights.Read(row.Gist), Copy: copies.TryGetValue(row.Id, out var share) ? share : (int?)null))
                .Select(found => new SimilarArticle
                {
                    Id = found.Row.Id,
                    Title = found.Row.Title,
                    Url = found.Row.Url,
                    SourceTitle = found.Row.SourceTitle,
                    At = found.Row.SortAt,
                    StoryId = found.Row.StoryId,
                    Relation = found.Copy is not null ? "copy" : found.Row.StoryId == article.StoryId ? "story" : "topic",
                    Similarity = Math.Round(found.Gist.SimilarityTo(gist), 3),
                    CommonText = found.Copy,
                    Shared = [.. gist.Terms.Intersect(found.Gist.Terms).Take(WordsShown)],
                })
                .OrderByDescending(item => item.CommonText ?? 0).ThenByDescending(item => item.Similarity).ThenBy(item => item.Id)
                .Take(limit)]);
        }, cancellationToken);

    private async Task<Dictionary<Guid, int>> CopiesAsync(ArchiveDb db, Guid id, string text, CancellationToken cancellationToken)
    {
        var shingles = TextShingles.Of(text);
        var search = new CopySearch();
        foreach (var (key, article) in await tables.ArticlesWithAsync(db, shingles.Sketch, cancellationToken))
            search.AddKey(key, article);

        var candidates = search.Candidates(shingles).ToArray();
        foreach (var row in await db.Articles.Where(row => candidates.Contains(row.Id))
            .Select(row => new { row.Id, row.FirstStoredAt, row.StoryId, row.Text }).ToListAsync(cancellationToken))
        {
            search.AddArticle(new CopyCandidate { Id = row.Id, FirstStoredAt = row.FirstStoredAt, StoryId = row.StoryId, Shingles = TextShingles.Of(row.Text) });
        }

        return search.All(id, shingles).ToDictionary(match => match.Article.Id, match => (int)Math.Round(100 * match.ShareOfOther));
    }
}
