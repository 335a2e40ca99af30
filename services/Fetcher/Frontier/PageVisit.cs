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
        var result = await client.FetchAsync(new FetchRequest { Url = target.Url, Accept = Accept }, cancellationToken);
        switch (result)
        {
            case FetchResult.Fetched fetched when feeds.TryRead(fetched.Body, fetched.MediaType, fetched.FinalUrl, out var feed):
                await KeepFeedAsync(target, fetched, feed, cancellationToken);
                break;
            case FetchResult.Fetched fetched:
                await KeepPageAsync(target, fetched, cancellationToken);
                break;
            case FetchResult.Failed failed:
                await KeepFailureAsync(target, failed, cancellationToken);
                break;
        }
    }

    private Task<IReadOnlyList<Receipt>> KeepPageAsync(Target target, FetchResult.Fetched fetched, CancellationToken cancellationToken) =>
        intake.AcceptAsync([ToDocument(target, fetched)], (db, receipts, token) => EndAsync(db, target, fetched, set => set
            .SetProperty(row => row.Status, TargetStatus.Fetched)
            .SetProperty(row => row.DocumentId, receipts[0].DocumentId), token), cancellationToken);

    /// <summary>A user asked for an address that is a feed: its entries are taken in, once.</summary>
    private async Task KeepFeedAsync(Target target, FetchResult.Fetched fetched, Feed feed, CancellationToken cancellationToken)
    {
        var origin = new EntryOrigin { Via = target.Id, Pages = PageFetching.WhenSummary, Title = feed.Title };
        await entries.KeepAsync(feed, origin, (db, kept, token) => EndAsync(db, target, fetched, set => set
            .SetProperty(row => row.Status, TargetStatus.Fetched)
            .SetProperty(row => row.Entries, kept.Total), token), cancellationToken);
    }

    private Task KeepFailureAsync(Target target, FetchResult.Failed failed, CancellationToken cancellationToken)
    {
        var retry = RetryPlan.For(failed, target.Attempts + 1, options.Value.Attempts);
        var nextAt = retry.After is { } after ? time.GetUtcNow().UtcDateTime + after : (DateTime?)null;
        return database.WriteAsync((db, token) => EndAsync(db, target, failed, set => set
            .SetProperty(row => row.Status, retry.Status)
            .SetProperty(row => row.Reason, JsonNamingPolicy.KebabCaseLower.ConvertName(failed.Kind.ToString()))
            .SetProperty(row => row.Detail, failed.Message)
            .SetProperty(row => row.NextAt, nextAt), token), cancellationToken);
    }

    private async Task EndAsync(
        IntakeDb db,
        Target target,
        FetchResult result,
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
        var pause = result.RetryAfter is { } asked && asked > options.Value.DelayOf(target.Host) ? asked : options.Value.DelayOf(target.Host);
        await FrontierQueue.ReleaseHostAsync(db, target.Host, now + pause, result.Status, pushback, now, cancellationToken);
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
