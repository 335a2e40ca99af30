using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Dateline.Persistence;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Stories;

/// <summary>Reads stories and how they spread.</summary>
public sealed class StoryReader(Database<ArchiveDb> database)
{
    public const int MaxLimit = 200;

    private const int MostArticles = 500;
    private const int WordsShown = 12;

    /// <summary>Latest report first.</summary>
    /// <param name="fewestMembers">2 leaves out what only one article reports.</param>
    /// <param name="after">Where the page before ended.</param>
    public Task<StoryPage> ListAsync(
        DateTime? from, DateTime? to, int fewestMembers, int limit, (DateTime LastSeen, Guid Id)? after, CancellationToken cancellationToken) =>
        database.ReadAsync(async (db, token) =>
        {
            var stories = db.Stories.Where(row => row.MergedInto == null && row.Members >= fewestMembers);
            if (from is { } start)
                stories = stories.Where(row => row.LastSeen >= start);
            if (to is { } end)
                stories = stories.Where(row => row.FirstSeen <= end);
            if (after is var (last, id))
                stories = stories.Where(row => row.LastSeen < last || (row.LastSeen == last && row.Id.CompareTo(id) < 0));

            var rows = await stories.OrderByDescending(row => row.LastSeen).ThenByDescending(row => row.Id).Take(limit + 1)
                .GroupJoin(db.Articles, story => story.BestArticle, article => article.Id, (story, articles) => new { story, articles })
                .SelectMany(pair => pair.articles.DefaultIfEmpty(), (pair, article) => new { pair.story, Title = article == null ? null : article.Title })
                .OrderByDescending(pair => pair.story.LastSeen).ThenByDescending(pair => pair.story.Id)
                .ToListAsync(token);
            var next = rows.Count > limit ? WriteCursor(rows[limit - 1].story) : null;
            return new StoryPage([.. rows.Take(limit).Select(pair => Summary(pair.story, pair.Title))], next);
        }, cancellationToken);

    /// <summary>A story that was merged leads to the one that has its articles. Null when there is none.</summary>
    public Task<StoryView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync<StoryView?>(async (db, token) =>
        {
            var story = await db.Stories.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token);
            if (story?.MergedInto is { } target)
                story = await db.Stories.AsNoTracking().SingleOrDefaultAsync(row => row.Id == target, token);
            if (story is null)
                return null;

            var members = db.Articles.Where(row => row.StoryId == story.Id);
            var spread = await members.Select(row => new { row.SourceTitle, row.Host, row.SortAt, row.DuplicateOf }).ToListAsync(token);
            var gist = TermWeights.Read(story.Gist);
            var articles = await members.OrderBy(row => row.SortAt).ThenBy(row => row.Seq).Take(MostArticles)
                .Select(row => new { row.Id, row.Title, row.Url, row.SourceTitle, row.Language, row.SortAt, row.DuplicateOf, row.Gist })
                .ToListAsync(token);
            var best = await db.Articles.Where(row => row.Id == story.BestArticle).Select(row => row.Title).SingleOrDefaultAsync(token);
            return new StoryView
            {
                Story = Summary(story, best),
                Articles = [.. articles.Select(row => new StoryArticle
                {
                    Id = row.Id,
                    Title = row.Title,
                    Url = row.Url,
                    SourceTitle = row.SourceTitle,
                    Language = row.Language,
                    At = row.SortAt,
                    DuplicateOf = row.DuplicateOf,
                    Similarity = Math.Round(TermWeights.Read(row.Gist).SimilarityTo(gist), 3),
                })],
                Sources = [.. spread.GroupBy(row => row.SourceTitle ?? row.Host)
                    .Select(group => new StorySource(group.Key, group.Count(), group.Count(row => row.DuplicateOf is not null), group.Min(row => row.SortAt)))
                    .OrderByDescending(source => source.Articles).ThenBy(source => source.First)],
                Hours = [.. spread.GroupBy(row => new DateTime(row.SortAt.Ticks - row.SortAt.Ticks % TimeSpan.TicksPerHour, DateTimeKind.Utc))
                    .Select(group => new StoryHour(group.Key, group.Count())).OrderBy(hour => hour.From)],
            };
        }, cancellationToken);

    /// <summary>Null when the text is no cursor.</summary>
    public static (DateTime LastSeen, Guid Id)? ReadCursor(string text)
    {
        if (!Base64Url.IsValid(text))
            return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && Guid.TryParse(parts[1], out var id)
            ? (new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }

    private static string WriteCursor(StoryRow last) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{last.LastSeen.Ticks} {last.Id}")));

    private static StorySummary Summary(StoryRow row, string? title) => new()
    {
        Id = row.Id,
        Title = title,
        FirstSeen = row.FirstSeen,
        LastSeen = row.LastSeen,
        Members = row.Members,
        FirstArticle = row.FirstArticle,
        BestArticle = row.BestArticle,
        About = [.. TermWeights.Read(row.Gist).Terms.Take(WordsShown)],
    };
}
