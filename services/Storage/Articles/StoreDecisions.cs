using Dateline.Contracts;
using Dateline.Storage.Data;
using Dateline.Storage.Duplicates;
using Dateline.Storage.Revisions;

namespace Dateline.Storage.Articles;

/// <summary>
/// Decides what becomes of each article of a batch, one after the other, each seeing what those before it did. Knows no database,
/// so that both give the same answers.
/// </summary>
internal sealed class StoreDecisions(ArchiveState state)
{
    private readonly StorePlan plan = new();
    private readonly Dictionary<(Guid, int), ArrivalRow> arrivals = state.Arrivals.ToDictionary(row => (row.DocumentId, row.Run));
    private readonly Dictionary<Guid, KnownArticle> articles = new(state.Articles);
    private readonly Dictionary<Guid, ArticleRow> changed = [];
    private readonly Dictionary<string, KnownArticle> originals = new(state.Originals, StringComparer.Ordinal);
    private readonly Dictionary<Guid, StoredContent> contents = new(state.Contents);
    private readonly HashSet<Guid> confirmed = [];
    private readonly HashSet<Guid> copied = [.. state.Copied];

    public static StorePlan Make(ArchiveState state, IReadOnlyList<IncomingArticle> batch)
    {
        var decisions = new StoreDecisions(state);
        foreach (var item in batch)
            decisions.plan.Answers.Add(decisions.Answer(item));
        decisions.plan.Confirmed.AddRange(decisions.confirmed.Select(id => decisions.articles[id]));
        decisions.PlanStories();
        return decisions.plan;
    }

    private ArrivalRow Answer(IncomingArticle item)
    {
        var key = (item.Row.DocumentId, item.Row.DocumentRun);
        if (arrivals.TryGetValue(key, out var before))
            return before;

        var arrival = Decide(item);
        arrivals.Add(key, arrival);
        plan.Arrivals.Add(arrival);
        return arrival;
    }

    private ArrivalRow Decide(IncomingArticle item)
    {
        if (state.Tombstones.TryGetValue(item.Row.Id, out var tombstone))
            return Refuse(item, tombstone);
        if (!articles.TryGetValue(item.Row.Id, out var known))
            return Insert(item);

        var older = item.Order.CompareTo(known.Order) < 0;
        if (item.Row.ContentHash == known.ContentHash)
            return older ? Arrival(item, known, StoreOutcome.Unchanged, null) : Confirm(item, known);
        return older
            ? Arrival(item, known, StoreOutcome.Unchanged, $"A newer document of this article, fetched {known.FetchedAt:u}, is current; this one is older and was only recorded.")
            : Revise(item, known);
    }

    private ArrivalRow Insert(IncomingArticle item)
    {
        var row = item.NewRow();
        row.StoryId = state.Stories.Join(row, LinkToOriginal(row, item));
        plan.Inserts.Add(row);
        Remember(row, item);
        return Arrival(item, articles[row.Id], row.DuplicateOf is null ? StoreOutcome.Stored : StoreOutcome.Duplicate, row.DuplicateReason);
    }

    /// <summary>Same content: nothing is written but where it was seen last, unless the parser or the enricher found more in it.</summary>
    private ArrivalRow Confirm(IncomingArticle item, KnownArticle known)
    {
        if (item.Row.StateHash == known.StateHash)
        {
            articles[known.Id] = known.ConfirmedBy(item.Row.FetchedAt, item.Row.DocumentId, item.Row.DocumentRun);
            confirmed.Add(known.Id);
            return Arrival(item, known, StoreOutcome.Unchanged, null);
        }

        var row = item.NewRow();
        row.Revision = known.Revision;
        KeepOriginal(row, known);
        Replace(row, item, known);
        return Arrival(item, known, StoreOutcome.Unchanged, "Same content; what is known about it was brought up to date.");
    }

    private ArrivalRow Revise(IncomingArticle item, KnownArticle known)
    {
        var row = item.NewRow();
        row.Revision = known.Revision + 1;
        if (known.CopyDecided)
            KeepOriginal(row, known);
        else if (!copied.Contains(row.Id))
            LinkToOriginal(row, item);

        var before = contents[known.Id];
        var change = RevisionChange.Between(before, ContentOf(row), known.DocumentId == row.DocumentId);
        plan.Revisions.Add(change.ToRow(before, known, row.StoredAt));
        Replace(row, item, known);
        return Arrival(item, articles[row.Id], StoreOutcome.Revised, change.Describe(sameDocument: known.DocumentId == row.DocumentId));
    }

    private void Replace(ArticleRow row, IncomingArticle item, KnownArticle known)
    {
        (row.Seq, row.FirstStoredAt, row.StoryId) = (known.Seq, known.FirstStoredAt, known.StoryId);
        if (row.SortAt != row.PublishedAt)
            row.SortAt = known.FirstStoredAt;

        if (changed.TryGetValue(row.Id, out var pending))
        {
            var list = plan.Inserts.Contains(pending) ? plan.Inserts : plan.Updates;
            list[list.IndexOf(pending)] = row;
        }
        else
        {
            plan.Updates.Add(row);
        }

        Remember(row, item);
    }

    private static void KeepOriginal(ArticleRow row, KnownArticle known) =>
        (row.DuplicateOf, row.DuplicateReason, row.DuplicateShare, row.CopyDecided) =
            (known.DuplicateOf, known.DuplicateReason, known.DuplicateShare, known.CopyDecided);

    /// <summary>Answers with the story of the article that this one is a copy of.</summary>
    private Guid? LinkToOriginal(ArticleRow row, IncomingArticle item)
    {
        if (originals.TryGetValue(row.CopyKey, out var same) && same.Id != row.Id)
        {
            (row.DuplicateOf, row.DuplicateReason, row.DuplicateShare) = (same.Id, CopyReason.Of(same), 100);
            copied.Add(same.Id);
            return same.StoryId;
        }

        if (state.Copies.Find(row.Id, item.Shingles) is not { } match || match.Article.Original == row.Id)
            return null;

        var original = state.Copies.Get(match.Article.Original) ?? match.Article;
        (row.DuplicateOf, row.DuplicateReason, row.DuplicateShare) =
            (match.Article.Original, CopyReason.Of(match, original, row.PublishedAt), match.Percent);
        copied.Add(match.Article.Original);
        return match.Article.StoryId;
    }

    private void PlanStories()
    {
        foreach (var story in state.Stories.Changed)
        {
            plan.Stories.Add(story.Row);
            plan.StoryTerms.AddRange(story.IndexedTerms.Select(term =>
                new StoryTermRow { Term = term.Key, StoryId = story.Row.Id, LastSeen = term.Value }));
        }
    }

    private void Remember(ArticleRow row, IncomingArticle item)
    {
        plan.Shingles.AddRange(item.Shingles.Sketch.Select(hash => new ShingleRow { Hash = hash, ArticleId = row.Id }));
        state.Copies.AddArticle(new CopyCandidate
        {
            Id = row.Id,
            Title = row.Title,
            Url = row.Url,
            SourceTitle = row.SourceTitle,
            FirstStoredAt = row.FirstStoredAt,
            PublishedAt = row.PublishedAt,
            StoryId = row.StoryId,
            DuplicateOf = row.DuplicateOf,
            Shingles = item.Shingles,
        });
        changed[row.Id] = row;
        contents[row.Id] = ContentOf(row);
        articles[row.Id] = row.ToKnown();
        if (row.DuplicateOf is null)
            originals.TryAdd(row.CopyKey, articles[row.Id]);
    }

    private static StoredContent ContentOf(ArticleRow row) =>
        new(row.Id, row.Title, row.Text, row.Authors, row.PublishedAt, row.PublishedPrecision);

    private ArrivalRow Refuse(IncomingArticle item, TombstoneRow tombstone)
    {
        if (plan.Notices.All(notice => notice.DocumentId != item.Row.DocumentId))
            plan.Notices.Add(new RemovalNoticeRow { DocumentId = item.Row.DocumentId, ArticleId = item.Row.Id, Reason = tombstone.Reason, RemovedAt = tombstone.RemovedAt });
        return Arrival(item, item.Row.ToKnown(), StoreOutcome.Unchanged, $"Removed on {tombstone.RemovedAt:u} and not stored again: {tombstone.Reason}");
    }

    private static ArrivalRow Arrival(IncomingArticle item, KnownArticle article, StoreOutcome outcome, string? reason) => new()
    {
        DocumentId = item.Row.DocumentId,
        Run = item.Row.DocumentRun,
        ArticleId = article.Id,
        Revision = article.Revision,
        Outcome = WireEnumConverter<StoreOutcome>.Name(outcome),
        DuplicateOf = outcome == StoreOutcome.Duplicate ? article.DuplicateOf : null,
        Reason = reason,
        StoryId = article.StoryId == Guid.Empty ? null : article.StoryId,
        SourceId = item.Row.SourceId,
        Url = item.Row.Url,
        FetchedAt = item.Row.FetchedAt,
        StoredAt = item.Row.StoredAt,
        TraceId = item.Row.TraceId,
    };
}
