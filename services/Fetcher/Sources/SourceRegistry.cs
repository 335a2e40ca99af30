using System.Diagnostics;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Ledger;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Sources;

/// <summary>Adds, changes and removes sources. A source and its target in the frontier live and die together.</summary>
public sealed class SourceRegistry(Database<IntakeDb> database, FrontierSignal signal, TimeProvider time)
{
    /// <summary>Null when the address is a source already.</summary>
    /// <param name="firstPollAfter">More than nothing when the caller has an answer in hand that stands for the first poll.</param>
    public async Task<Guid?> AddAsync(Uri url, SourceSettings settings, TimeSpan firstPollAfter, CancellationToken cancellationToken) =>
        (await AddAllAsync([(url, settings)], firstPollAfter, cancellationToken))[0] is { Outcome: SourceReceipt.Added } added ? added.Id : null;

    /// <summary>Adds them together; a receipt for each, in order.</summary>
    public async Task<IReadOnlyList<SourceReceipt>> AddAllAsync(
        IReadOnlyList<(Uri Url, SourceSettings Settings)> sources, TimeSpan firstPollAfter, CancellationToken cancellationToken)
    {
        var cause = Activity.Current?.Id;
        var receipts = await database.WriteAsync<IReadOnlyList<SourceReceipt>>(async (db, token) =>
        {
            var now = time.GetUtcNow();
            var urls = sources.Select(source => source.Url.OriginalString).ToList();
            var known = await db.Sources.Where(row => urls.Contains(row.Url)).ToDictionaryAsync(row => row.Url, row => row.Id, token);
            var answers = new List<SourceReceipt>(sources.Count);
            foreach (var (url, settings) in sources)
            {
                var outcome = known.ContainsKey(url.OriginalString) ? SourceReceipt.Known : SourceReceipt.Added;
                if (outcome == SourceReceipt.Added)
                    known[url.OriginalString] = Add(db, url, settings, now, firstPollAfter, cause);
                answers.Add(new SourceReceipt(url.OriginalString, settings.Title, outcome, known[url.OriginalString]));
            }

            await FrontierQueue.AddHostsAsync(db, sources.Select(source => TargetKey.HostOf(source.Url)), now.UtcDateTime, token);
            await db.SaveChangesAsync(token);
            return answers;
        }, cancellationToken);
        signal.Set();
        return receipts;
    }

    /// <summary>The source and its target, for somebody who has something for them.</summary>
    public Task<(Source Source, Target Target)> OpenAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(async (db, token) => (
        await db.Sources.SingleAsync(row => row.Id == id, token),
        await db.Targets.SingleAsync(row => row.SourceId == id && row.Kind == TargetKind.Source, token)), cancellationToken);

    public Task<SourceSettings?> SettingsAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) => await db.Sources.SingleOrDefaultAsync(row => row.Id == id, token) is { } source ? SourceSettings.Of(source) : null, cancellationToken);

    /// <summary>False when another source has the address.</summary>
    public async Task<bool> ChangeAsync(Guid id, SourceSettings settings, CancellationToken cancellationToken)
    {
        var changed = await database.WriteAsync(async (db, token) =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            if (await db.Sources.AsTracking().SingleOrDefaultAsync(row => row.Id == id, token) is not { } source)
                return true;
            if (settings.Url is { } url && url != source.Url)
            {
                if (!await SourceMove.TryAsync(db, source, url, now, token))
                    return false;
                await AskNowAsync(db, id, now, token);
            }

            settings.ApplyTo(source);
            var (status, reason) = source.Paused ? (TargetStatus.Unfetched, "paused") : (TargetStatus.Waiting, null);
            await db.Targets.Where(row => row.SourceId == id && row.Kind == TargetKind.Source)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, status).SetProperty(row => row.Reason, reason), token);
            await db.SaveChangesAsync(token);
            return true;
        }, cancellationToken);
        signal.Set();
        return changed;
    }

    /// <summary>Moves the source to the address that was proposed. Null: there is no proposal; false: another source has the address.</summary>
    public async Task<bool?> ApplyProposalAsync(Guid id, CancellationToken cancellationToken)
    {
        var applied = await database.WriteAsync<bool?>(async (db, token) =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            if (await db.Sources.AsTracking().SingleOrDefaultAsync(row => row.Id == id, token) is not { Proposal: { } text } source)
                return null;
            if (!await SourceMove.TryAsync(db, source, LedgerJson.Read<SourceProposal>(text).Url, now, token))
                return false;
            source.NextPollReason = "its address was changed";
            await AskNowAsync(db, id, now, token);
            await db.SaveChangesAsync(token);
            return true;
        }, cancellationToken);
        signal.Set();
        return applied;
    }

    /// <summary>Its documents and articles stay; what it had found and not fetched is no longer fetched.</summary>
    public Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken) => database.WriteAsync(async (db, token) =>
    {
        await db.Targets.Where(row => row.SourceId == id && (row.Kind == TargetKind.Source || row.Kind == TargetKind.Search)).ExecuteDeleteAsync(token);
        await db.Targets.Where(row => row.SourceId == id && row.Status == TargetStatus.Waiting).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Status, TargetStatus.Unfetched)
            .SetProperty(row => row.Reason, "off")
            .SetProperty(row => row.Detail, "Its source was removed before it was fetched."), token);
        return await db.Sources.Where(row => row.Id == id).ExecuteDeleteAsync(token) > 0;
    }, cancellationToken);

    private static Task AskNowAsync(IntakeDb db, Guid id, DateTime now, CancellationToken cancellationToken) =>
        db.Targets.Where(row => row.SourceId == id && row.Kind == TargetKind.Source)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAt, now), cancellationToken);

    private static Guid Add(IntakeDb db, Uri url, SourceSettings settings, DateTimeOffset now, TimeSpan firstPollAfter, string? cause)
    {
        var id = Guid.CreateVersion7(now);
        var source = new Source
        {
            Id = id,
            Url = url.OriginalString,
            Pages = PageFetching.WhenSummary,
            CreatedAt = now.UtcDateTime,
            NextPollReason = "it is new",
            LastStatus = "new",
        };
        settings.ApplyTo(source);
        db.Sources.Add(source);
        db.Targets.Add(new Target
        {
            Id = Guid.CreateVersion7(now),
            Key = TargetKey.OfSource(id),
            Url = url.OriginalString,
            Host = TargetKey.HostOf(url),
            Kind = TargetKind.Source,
            Status = source.Paused ? TargetStatus.Unfetched : TargetStatus.Waiting,
            Reason = source.Paused ? "paused" : null,
            NextAt = (now + firstPollAfter).UtcDateTime,
            SeenAt = now.UtcDateTime,
            SourceId = id,
            Cause = cause,
        });
        return id;
    }
}
