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

    public static StorePlan Make(ArchiveState state, IReadOnlyList<IncomingArticle> batch)
    {
        var decisions = new StoreDecisions(state);
        foreach (var item in batch)
            decisions.plan.Answers.Add(decisions.Answer(item));
        decisions.plan.Confirmed.AddRange(decisions.confirmed.Select(id => decisions.articles[id]));
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
        var row = item.Row.Copy();
        LinkToOriginal(row);
        plan.Inserts.Add(row);
        Remember(row);
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

        var row = item.Row.Copy();
        row.Revision = known.Revision;
        (row.DuplicateOf, row.DuplicateReason) = (known.DuplicateOf, known.DuplicateReason);
        Replace(row, known);
        return Arrival(item, known, StoreOutcome.Unchanged, "Same content; what is known about it was brought up to date.");
    }

    private ArrivalRow Revise(IncomingArticle item, KnownArticle known)
    {
        var row = item.Row.Copy();
        row.Revision = known.Revision + 1;
        LinkToOriginal(row);

        var before = contents[known.Id];
        var change = RevisionChange.Between(before, ContentOf(row));
        plan.Revisions.Add(change.ToRow(before, known, row.StoredAt));
        Replace(row, known);
        return Arrival(item, articles[row.Id], StoreOutcome.Revised, change.Describe(sameDocument: known.DocumentId == row.DocumentId));
    }

    private void Replace(ArticleRow row, KnownArticle known)
    {
        (row.Seq, row.FirstStoredAt) = (known.Seq, known.FirstStoredAt);
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

        Remember(row);
    }

    private void LinkToOriginal(ArticleRow row)
    {
        if (originals.TryGetValue(row.CopyKey, out var original) && original.Id != row.Id)
            (row.DuplicateOf, row.DuplicateReason) = (original.Id, CopyReason.Of(original));
    }

    private void Remember(ArticleRow row)
    {
        changed[row.Id] = row;
        contents[row.Id] = ContentOf(row);
        articles[row.Id] = row.ToKnown();
        if (row.DuplicateOf is null)
            originals.TryAdd(row.CopyKey, articles[row.Id]);
    }

    private static StoredContent ContentOf(ArticleRow row) =>
        new(row.Id, row.Title, row.Text, row.Authors, row.PublishedAt, row.PublishedPrecision);

    private static ArrivalRow Arrival(IncomingArticle item, KnownArticle article, StoreOutcome outcome, string? reason) => new()
    {
        DocumentId = item.Row.DocumentId,
        Run = item.Row.DocumentRun,
        ArticleId = article.Id,
        Revision = article.Revision,
        Outcome = WireEnumConverter<StoreOutcome>.Name(outcome),
        DuplicateOf = outcome == StoreOutcome.Duplicate ? article.DuplicateOf : null,
        Reason = reason,
        SourceId = item.Row.SourceId,
        Url = item.Row.Url,
        FetchedAt = item.Row.FetchedAt,
        StoredAt = item.Row.StoredAt,
        TraceId = item.Row.TraceId,
    };
}
