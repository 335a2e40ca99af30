using System.Diagnostics;
using Dateline.Contracts;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Http;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Sources;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Frontier;

/// <summary>
/// Fetches a page and accepts it. What the server said and what is kept of the answer are written in one transaction. A redirect ends
/// the turn: where it leads waits for its own host's turn, with that host's robots.txt and budget.
/// </summary>
public sealed class PageVisit(
    GuardedClient client,
    RobotsGate robots,
    FeedReader feeds,
    Intake intake,
    EntryIntake entries,
    PageMoves moves,
    Database<IntakeDb> database,
    IOptions<PolitenessOptions> options,
    TimeProvider time)
{
    private const string Accept = "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.8, application/json;q=0.7, */*;q=0.5";

    public async Task RunAsync(Target target, CancellationToken cancellationToken)
    {
        if (await robots.RulesAsync(target, cancellationToken) is not { } rules)
            return;
        if (rules.UnknownUntil is { } until)
        {
            await robots.HoldAsync(target, until, cancellationToken);
            return;
        }

        if (rules.Forbids(new Uri(target.Address)) is { } rule)
        {
            await KeepRefusalAsync(target, rule, cancellationToken);
            return;
        }

        var result = await client.FetchAsync(new FetchRequest { Url = target.Address, Accept = Accept, FollowRedirects = false }, cancellationToken);
        switch (result)
        {
            case FetchResult.Redirected redirected:
                await moves.KeepAsync(target, redirected, redirected.Location, cancellationToken);
                break;
            case FetchResult.Fetched fetched when MetaRefresh.Find(fetched) is { } location && client.Refusal(location) is null:
                await moves.KeepAsync(target, fetched, location, cancellationToken);
                break;
            case FetchResult.Fetched fetched when feeds.TryRead(fetched.Body, fetched.Headers.GetValueOrDefault("Content-Type"), fetched.FinalUrl, out var feed):
                await KeepFeedAsync(target, fetched, feed, cancellationToken);
                break;
            case FetchResult.Fetched fetched:
                await KeepPageAsync(target, fetched, cancellationToken);
                break;
            case FetchResult.Failed failed:
                await moves.KeepFailureAsync(target, failed, cancellationToken);
                break;
        }
    }

    /// <summary>Nobody was asked, so the host's turn is free at once.</summary>
    private Task KeepRefusalAsync(Target target, string rule, CancellationToken cancellationToken) =>
        database.WriteAsync(async (db, token) =>
        {
            await db.Targets.Where(row => row.Id == target.Id).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Status, TargetStatus.Unfetched)
                .SetProperty(row => row.Reason, "robots")
                .SetProperty(row => row.Detail, $"The robots.txt of {target.Host} forbids it: Disallow: {rule}")
                .SetProperty(row => row.NextAt, (DateTime?)null), token);
            await FrontierQueue.PassTurnAsync(db, target.Host, token);
        }, cancellationToken);

    private Task<IReadOnlyList<Receipt>> KeepPageAsync(Target target, FetchResult.Fetched fetched, CancellationToken cancellationToken) =>
        intake.AcceptAsync([ToDocument(target, fetched)], (db, receipts, token) => EndAsync(db, target, fetched, set => set
            .SetProperty(row => row.DocumentId, receipts[0].DocumentId), token), cancellationToken);

    /// <summary>A user asked for an address that is a feed: its entries are taken in, once.</summary>
    private async Task KeepFeedAsync(Target target, FetchResult.Fetched fetched, Feed feed, CancellationToken cancellationToken)
    {
        var origin = new EntryOrigin { Via = target.Id, Pages = PageFetching.WhenSummary, Title = feed.Title };
        await entries.KeepAsync(feed, origin, (db, kept, token) => EndAsync(db, target, fetched, set => set
            .SetProperty(row => row.Entries, kept.Total), token), cancellationToken);
    }

    private async Task EndAsync(IntakeDb db, Target target, FetchResult.Fetched fetched, Action<UpdateSettersBuilder<Target>> set, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var note = AmpPage.CanonicalOf(fetched) is { } canonical ? $"An AMP page; its own address is {canonical.AbsoluteUri}" : null;
        await db.Targets.Where(row => row.Id == target.Id).ExecuteUpdateAsync(setters =>
        {
            setters.SetProperty(row => row.Status, TargetStatus.Fetched)
                .SetProperty(row => row.Reason, (string?)null)
                .SetProperty(row => row.Detail, note)
                .SetProperty(row => row.Attempts, row => row.Attempts + 1)
                .SetProperty(row => row.NextAt, (DateTime?)null)
                .SetProperty(row => row.HttpStatus, fetched.Status)
                .SetProperty(row => row.FetchedAt, now);
            set(setters);
        }, cancellationToken);
        await FrontierQueue.ReleaseHostAsync(db, target.Host, now + options.Value.PauseAfter(target.Host, fetched), fetched.Status, pushback: false, now, cancellationToken);
    }

    private IncomingDocument ToDocument(Target target, FetchResult.Fetched fetched) => new()
    {
        Bytes = fetched.Body,
        MediaType = fetched.MediaType,
        Charset = fetched.Charset,
        Response = fetched.Facts,
        Url = target.Url,
        FinalUrl = fetched.FinalUrl,
        SourceId = target.SourceId,
        SourceTitle = target.SourceTitle,
        Feed = target.FeedHints is null ? null : LedgerJson.Read<FeedHints>(target.FeedHints),
        FetchedAt = time.GetUtcNow(),
        Trace = Activity.Current?.Context ?? default,
    };
}
