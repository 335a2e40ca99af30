using System.Diagnostics;
using System.Security.Cryptography;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Http;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Sources;

/// <summary>
/// Asks a source for news: conditionally, with the validators it gave, which are saved only together with what came with them. A
/// crash in between costs one more request and loses nothing.
/// </summary>
public sealed class SourcePoll(
    GuardedClient client, FeedReader feeds, EntryIntake entries, Database<IntakeDb> database, IOptions<PolitenessOptions> politeness, TimeProvider time)
{
    private const string Accept = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

    public async Task RunAsync(Target target, CancellationToken cancellationToken)
    {
        var source = await database.ReadAsync((db, token) => db.Sources.SingleOrDefaultAsync(row => row.Id == target.SourceId, token), cancellationToken);
        if (source is null)
            return; // deleted a moment ago, together with its target

        var result = await client.FetchAsync(new FetchRequest { Url = source.Url, Accept = Accept, ETag = source.ETag, LastModified = source.LastModified }, cancellationToken);
        switch (result)
        {
            case FetchResult.Fetched { NotModified: true }:
                await database.WriteAsync((db, token) => EndAsync(db, target, source, result, Poll.Unchanged, null, token), cancellationToken);
                break;
            case FetchResult.Fetched fetched when Hash(fetched) == source.BodyHash:
                await database.WriteAsync((db, token) => EndAsync(db, target, source, result, Poll.Unchanged, fetched, token), cancellationToken);
                break;
            case FetchResult.Fetched fetched when feeds.TryRead(fetched.Body, fetched.MediaType, fetched.FinalUrl, out var feed):
                await KeepAsync(target, source, fetched, feed, cancellationToken);
                break;
            case FetchResult.Fetched:
                await FailAsync(target, source, result, "The address answers with something that is no feed. Look for the site's feed address.", cancellationToken);
                break;
            case FetchResult.Failed failed:
                await FailAsync(target, source, result, failed.Message, cancellationToken);
                break;
        }
    }

    private async Task KeepAsync(Target target, Source source, FetchResult.Fetched fetched, Feed feed, CancellationToken cancellationToken)
    {
        if (!source.TitleGiven && feed.Title is { Length: > 0 })
            source.Title = feed.Title;
        source.Format = feed.Format.ToString().ToLowerInvariant();
        var origin = new EntryOrigin { SourceId = source.Id, Via = target.Id, Title = source.Title ?? target.Host, Pages = source.Pages };
        var kept = await entries.KeepAsync(feed, origin, (db, counts, token) => EndAsync(
            db, target, source, fetched, new Poll(counts.New, counts.Changed, null), fetched, token), cancellationToken);
        Activity.Current?.SetTag("dateline.entries.new", kept.New);
    }

    private Task FailAsync(Target target, Source source, FetchResult result, string problem, CancellationToken cancellationToken) =>
        database.WriteAsync((db, token) => EndAsync(db, target, source, result, new Poll(0, 0, problem), null, token), cancellationToken);

    private async Task EndAsync(
        IntakeDb db, Target target, Source known, FetchResult result, Poll poll, FetchResult.Fetched? validators, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var failures = poll.Problem is null ? 0 : known.Failures + 1;
        var plan = PollPlan.Next(poll.New, failures, result.RetryAfter);
        if (await db.Sources.AsTracking().SingleOrDefaultAsync(row => row.Id == known.Id, cancellationToken) is { } source)
        {
            source.Title = known.Title;
            source.Format = known.Format;
            source.LastPolledAt = now.UtcDateTime;
            source.LastNewAt = poll.New > 0 ? now.UtcDateTime : source.LastNewAt;
            source.LastStatus = poll.Problem is not null ? "failing" : result.Status == 304 ? "not-modified" : "ok";
            source.LastError = poll.Problem;
            source.Failures = failures;
            source.NextPollReason = plan.Reason;
            source.Entries += poll.New;
            if (validators is not null)
            {
                source.ETag = validators.ETag;
                source.LastModified = validators.LastModified;
                source.BodyHash = Hash(validators);
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        var nextAt = (now + plan.After).UtcDateTime;
        await db.Targets.Where(row => row.Id == target.Id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.NextAt, nextAt)
            .SetProperty(row => row.Attempts, failures)
            .SetProperty(row => row.HttpStatus, result.Status)
            .SetProperty(row => row.FetchedAt, now.UtcDateTime), cancellationToken);
        var pause = politeness.Value.DelayOf(target.Host);
        var hostAt = now.UtcDateTime + (result.RetryAfter > pause ? result.RetryAfter.Value : pause);
        await FrontierQueue.ReleaseHostAsync(db, target.Host, hostAt, result.Status, result.Status is 429 or 503, now.UtcDateTime, cancellationToken);
    }

    private static string Hash(FetchResult.Fetched fetched) => Convert.ToHexStringLower(SHA256.HashData(fetched.Body.Span));

    private sealed record Poll(int New, int Changed, string? Problem)
    {
        public static readonly Poll Unchanged = new(0, 0, null);
    }
}
