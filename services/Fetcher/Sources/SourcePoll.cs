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
    GuardedClient client,
    FeedReader feeds,
    EntryIntake entries,
    PollRecord record,
    SourceDetour detour,
    HubSubscription hubs,
    Database<IntakeDb> database,
    IOptions<SourceOptions> options,
    TimeProvider time)
{
    public const string Accept = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

    public async Task RunAsync(Target target, CancellationToken cancellationToken)
    {
        var source = await database.ReadAsync((db, token) => db.Sources.SingleOrDefaultAsync(row => row.Id == target.SourceId, token), cancellationToken);
        if (source is null)
        {
            // Deleted a moment ago, together with its target: its host must not wait for a turn that nobody takes.
            await database.WriteAsync((db, token) => FrontierQueue.PassTurnAsync(db, target.Host, token), cancellationToken);
            return;
        }

        await TakeAsync(target, source, await client.FetchAsync(Request(target, source), cancellationToken), holdsTurn: true, cancellationToken);
    }

    /// <summary>Keeps what an answer brought, whoever asked for it.</summary>
    /// <param name="holdsTurn">Whether the host's turn is the target's, and ends with it.</param>
    public async Task TakeAsync(Target target, Source source, FetchResult result, bool holdsTurn, CancellationToken cancellationToken)
    {
        var outcome = new PollOutcome { Result = result, HoldsTurn = holdsTurn };
        switch (result)
        {
            case FetchResult.Fetched { NotModified: true }:
                await EndAsync(target, source, outcome, cancellationToken);
                await hubs.FollowAsync(source.Id, null, (FetchResult.Fetched)result, cancellationToken);
                break;
            case FetchResult.Fetched fetched when Hash(fetched.Body) is var hash && hash == source.BodyHash:
                await EndAsync(target, source, outcome with { BodyHash = hash }, cancellationToken);
                await hubs.FollowAsync(source.Id, null, fetched, cancellationToken);
                break;
            case FetchResult.Fetched fetched when feeds.TryRead(fetched.Body, fetched.Headers.GetValueOrDefault("Content-Type"), fetched.FinalUrl, out var feed):
                await KeepAsync(target, source, outcome, fetched, feed, cancellationToken);
                break;
            case FetchResult.Fetched fetched:
                await EndAsync(target, source, NoFeed(outcome, fetched), cancellationToken);
                break;
            case FetchResult.Redirected redirected when detour.Circle(target, source, redirected) is { } circle:
                await EndAsync(target, source, outcome with { FailureKind = SourceFailure.Moved, Problem = circle }, cancellationToken);
                break;
            case FetchResult.Redirected redirected:
                await detour.MoveOnAsync(target, redirected, cancellationToken);
                break;
            case FetchResult.Failed failed:
                await EndAsync(target, source, outcome with { FailureKind = SourceFailure.Of(failed), Problem = failed.Message }, cancellationToken);
                break;
        }
    }

    private FetchRequest Request(Target target, Source source)
    {
        // Validators belong to the address they came from, which is another one behind a redirect.
        var whole = (source.ValidatorsUrl ?? new Uri(source.Url).AbsoluteUri) != new Uri(target.Address).AbsoluteUri
            || source.LastFullGetAt is not { } at || time.GetUtcNow().UtcDateTime - at >= options.Value.FullGetEvery;
        return new FetchRequest
        {
            Url = target.Address,
            Accept = Accept,
            Headers = SourceHeaders.For(source, target.Address),
            ETag = whole ? null : source.ETag,
            LastModified = whole ? null : source.LastModified,
        };
    }

    private async Task KeepAsync(Target target, Source source, PollOutcome outcome, FetchResult.Fetched fetched, Feed feed, CancellationToken cancellationToken)
    {
        if (!source.TitleGiven && feed.Title is { Length: > 0 })
            source.Title = feed.Title;
        source.Format = feed.Format.ToString().ToLowerInvariant();
        var origin = new EntryOrigin { SourceId = source.Id, Via = target.Id, Title = source.Title ?? target.Host, Pages = source.Pages };
        outcome = outcome with
        {
            BodyHash = Hash(fetched.Body),
            Feed = feed,
            FailureKind = feed.Entries.Count == 0 && source.Entries > 0 ? SourceFailure.Empty : null,
            Problem = feed.Entries.Count == 0 && source.Entries > 0 ? "The feed has no entries any more." : null,
        };
        var kept = await entries.KeepAsync(
            feed, origin, (db, counts, token) => record.WriteAsync(db, target, source, outcome with { Kept = counts }, token), cancellationToken);
        Activity.Current?.SetTag("dateline.entries.new", kept.New);
        await hubs.FollowAsync(source.Id, feed, fetched, cancellationToken);
    }

    /// <summary>A page at a feed's address usually links to where the feed is now.</summary>
    private static PollOutcome NoFeed(PollOutcome outcome, FetchResult.Fetched fetched)
    {
        var found = FeedLinks.In(fetched.Body.Span, fetched.FinalUrl);
        return outcome with
        {
            FailureKind = SourceFailure.FormatChanged,
            Problem = found.Count == 0
                ? "The address answers with something that is no feed and links to none. Look for the site's feed address."
                : $"The address answers with a page, which links to the feed {found[0].Url}.",
            Links = found,
        };
    }

    private Task EndAsync(Target target, Source source, PollOutcome outcome, CancellationToken cancellationToken) =>
        database.WriteAsync((db, token) => record.WriteAsync(db, target, source, outcome, token), cancellationToken);

    public static string Hash(ReadOnlyMemory<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body.Span));
}
