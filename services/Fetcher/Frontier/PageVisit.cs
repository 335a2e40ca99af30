using System.Diagnostics;
using System.Text.Json;
using Dateline.Contracts;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Http;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Sources;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Frontier;

/// <summary>
/// Fetches a page and accepts it. What the server said and what is kept of the answer are written in one transaction.
/// </summary>
public sealed class PageVisit(
    GuardedClient client,
    RobotsGate robots,
    FeedReader feeds,
    Intake intake,
    EntryIntake entries,
    Database<IntakeDb> database,
    IOptions<PolitenessOptions> options,
    TimeProvider time)
{
    private const string Accept = "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.8, application/json;q=0.7, */*;q=0.5";

    public async Task RunAsync(Target target, CancellationToken cancellationToken)
    {
        if (await robots.RulesAsync(target, cancellationToken) is not { } rules)
            return;
        if (rules.Forbids(new Uri(target.Url)) is { } rule)
        {
            await KeepRefusalAsync(target, rule, cancellationToken);
            return;
        }

        var pause = rules.CrawlDelay > options.Value.DelayOf(target.Host) ? rules.CrawlDelay.Value : options.Value.DelayOf(target.Host);
        var result = await client.FetchAsync(new FetchRequest { Url = target.Url, Accept = Accept }, cancellationToken);
        switch (result)
        {
            case FetchResult.Fetched fetched when feeds.TryRead(fetched.Body, fetched.Headers.GetValueOrDefault("Content-Type"), fetched.FinalUrl, out var feed):
                await KeepFeedAsync(target, fetched, feed, pause, cancellationToken);
                break;
            case FetchResult.Fetched fetched:
                await KeepPageAsync(target, fetched, pause, cancellationToken);
                break;
            case FetchResult.Failed failed:
                await KeepFailureAsync(target, failed, pause, cancellationToken);
                break;
        }
    }

    /// <summary>The host's own word, and no failure: it is not asked again until robots.txt is.</summary>
    private Task KeepRefusalAsync(Target target, string rule, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return database.WriteAsync(async (db, token) =>
        {
            await db.Targets.Where(row => row.Id == target.Id).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Status, TargetStatus.Unfetched)
                .SetProperty(row => row.Reason, "robots")
                .SetProperty(row => row.Detail, $"The robots.txt of {target.Host} forbids it: Disallow: {rule}")
                .SetProperty(row => row.NextAt, (DateTime?)null), token);
            await FrontierQueue.ReleaseHostAsync(db, target.Host, now, status: null, pushback: false, now, token);
        }, cancellationToken);
    }

    private Task<IReadOnlyList<Receipt>> KeepPageAsync(Target target, FetchResult.Fetched fetched, TimeSpan pause, CancellationToken cancellationToken) =>
        intake.AcceptAsync([ToDocument(target, fetched)], (db, receipts, token) => EndAsync(db, target, fetched, pause, set => set
            .SetProperty(row => row.Status, TargetStatus.Fetched)
            .SetProperty(row => row.DocumentId, receipts[0].DocumentId), token), cancellationToken);

    /// <summary>A user asked for an address that is a feed: its entries are taken in, once.</summary>
    private async Task KeepFeedAsync(Target target, FetchResult.Fetched fetched, Feed feed, TimeSpan pause, CancellationToken cancellationToken)
    {
        var origin = new EntryOrigin { Via = target.Id, Pages = PageFetching.WhenSummary, Title = feed.Title };
        await entries.KeepAsync(feed, origin, (db, kept, token) => EndAsync(db, target, fetched, pause, set => set
            .SetProperty(row => row.Status, TargetStatus.Fetched)
            .SetProperty(row => row.Entries, kept.Total), token), cancellationToken);
    }

    private Task KeepFailureAsync(Target target, FetchResult.Failed failed, TimeSpan pause, CancellationToken cancellationToken)
    {
        var retry = RetryPlan.For(failed, target.Attempts + 1, options.Value.Attempts);
        var nextAt = retry.After is { } after ? time.GetUtcNow().UtcDateTime + after : (DateTime?)null;
        return database.WriteAsync((db, token) => EndAsync(db, target, failed, pause, set => set
            .SetProperty(row => row.Status, retry.Status)
            .SetProperty(row => row.Reason, JsonNamingPolicy.KebabCaseLower.ConvertName(failed.Kind.ToString()))
            .SetProperty(row => row.Detail, failed.Message)
            .SetProperty(row => row.NextAt, nextAt), token), cancellationToken);
    }

    private async Task EndAsync(
        IntakeDb db,
        Target target,
        FetchResult result,
        TimeSpan pause,
        Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Target>> set,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await db.Targets.Where(row => row.Id == target.Id).ExecuteUpdateAsync(setters =>
        {
            setters.SetProperty(row => row.Attempts, row => row.Attempts + 1)
                .SetProperty(row => row.HttpStatus, result.Status)
                .SetProperty(row => row.FetchedAt, now);
            set(setters);
        }, cancellationToken);
        var pushback = result.Status is 429 or 503;
        await FrontierQueue.ReleaseHostAsync(db, target.Host, now + (result.RetryAfter > pause ? result.RetryAfter.Value : pause), result.Status, pushback, now, cancellationToken);
    }

    private IncomingDocument ToDocument(Target target, FetchResult.Fetched fetched) => new()
    {
        Bytes = fetched.Body,
        MediaType = fetched.MediaType,
        Charset = fetched.Charset,
        Url = target.Url,
        FinalUrl = fetched.FinalUrl,
        SourceId = target.SourceId,
        SourceTitle = target.SourceTitle,
        Feed = target.FeedHints is null ? null : LedgerJson.Read<FeedHints>(target.FeedHints),
        FetchedAt = time.GetUtcNow(),
        Trace = Activity.Current?.Context ?? default,
    };
}
