using Dateline.Fetcher.Data;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Http;
using Dateline.Fetcher.Ledger;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Sources;

/// <summary>
/// One request of a search for a feed. Each address waits in the frontier for its own host's turn, with that host's pause and
/// robots.txt, and what is found becomes a proposal.
/// </summary>
public sealed class FeedSearchTurn(
    GuardedClient client, RobotsGate robots, FeedReader feeds, Database<IntakeDb> database, IOptions<PolitenessOptions> politeness, TimeProvider time)
{
    /// <summary>Puts the search of a source's site into the frontier, inside the transaction that notes why.</summary>
    public static async Task BeginAsync(IntakeDb db, Source source, DateTime now, CancellationToken cancellationToken)
    {
        if (TargetKey.Parse(source.Url) is not { } url || FeedSearch.Begin(url) is not { Next: { } first } search)
            return;
        source.Search = LedgerJson.Write(search);
        source.SearchedAt = now;
        var key = TargetKey.OfSearch(source.Id);
        await db.Targets.Where(row => row.Key == key).ExecuteDeleteAsync(cancellationToken);
        db.Targets.Add(new Target
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            Key = key,
            Url = first,
            Host = TargetKey.HostOf(url),
            Kind = TargetKind.Search,
            Status = TargetStatus.Waiting,
            NextAt = now,
            SeenAt = now,
            SourceId = source.Id,
            Cause = System.Diagnostics.Activity.Current?.Id,
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task RunAsync(Target target, CancellationToken cancellationToken)
    {
        var (source, host) = await database.ReadAsync(async (db, token) => (
            await db.Sources.SingleOrDefaultAsync(row => row.Id == target.SourceId, token),
            await db.Hosts.SingleAsync(row => row.Name == target.Host, token)), cancellationToken);
        if (source?.Search is null || source.FailureKind is null)
        {
            await EndAsync(target, null, null, null, cancellationToken);
            return;
        }

        var search = LedgerJson.Read<FeedSearch>(source.Search);
        if (target.Attempts > 0)
        {
            // Its host has no address.
            await EndAsync(target, search.After(target.Address, [], []), null, null, cancellationToken);
            return;
        }

        if (await robots.RulesAsync(target, cancellationToken) is not { } rules)
            return;
        if (rules.UnknownUntil is { } until)
            await robots.HoldAsync(target, until, cancellationToken);
        else if (rules.Forbids(new Uri(target.Address)) is not null)
            await EndAsync(target, search.After(target.Address, [], []), null, null, cancellationToken);
        else
            await AskAsync(target, source, search, host.Robots ?? "", cancellationToken);
    }

    private async Task AskAsync(Target target, Source source, FeedSearch search, string robotsText, CancellationToken cancellationToken)
    {
        var result = await client.FetchAsync(
            new FetchRequest { Url = target.Address, Accept = SourcePoll.Accept, Headers = SourceHeaders.For(source, target.Address) }, cancellationToken);
        IEnumerable<string> links = [];
        SourceProposal? found = null;
        switch (result)
        {
            case FetchResult.Redirected redirected:
                links = [redirected.Location.AbsoluteUri];
                break;
            case FetchResult.Fetched fetched when feeds.TryRead(fetched.Body, fetched.Headers.GetValueOrDefault("Content-Type"), fetched.FinalUrl, out var feed):
                if (feed is { Format: not FeedFormat.Opml, Entries.Count: > 0 } && !search.Asked.Contains(fetched.FinalUrl))
                    found = new SourceProposal(SourceProposal.FeedFound, fetched.FinalUrl, "It was found on the source's site, and it is a feed with entries.", []);
                break;
            case FetchResult.Fetched fetched:
                links = FeedLinks.In(fetched.Body.Span, fetched.FinalUrl).Select(link => link.Url);
                break;
        }

        var wantsQuiet = result.Status is 429 or 503;
        var sitemaps = search.Asked.Count == 1 ? SiteExplorer.SitemapsIn(robotsText, new Uri(source.Url)).Select(link => link.Url) : [];
        await EndAsync(target, wantsQuiet ? null : search.After(target.Address, links, sitemaps), found, result, cancellationToken);
    }

    /// <summary>Ends the turn, and the search with it when there is no more to ask.</summary>
    /// <param name="search">Null: it is over.</param>
    /// <param name="result">Null: nobody was asked.</param>
    private Task EndAsync(Target target, FeedSearch? search, SourceProposal? found, FetchResult? result, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return database.WriteAsync(async (db, token) =>
        {
            var next = found is null ? search?.Next : null;
            if (await db.Sources.AsTracking().SingleOrDefaultAsync(row => row.Id == target.SourceId, token) is { Search: not null } source)
            {
                source.Search = next is null ? null : LedgerJson.Write(search!);
                source.Proposal = found is null || source.FailureKind is null ? source.Proposal : LedgerJson.Write(found);
                await db.SaveChangesAsync(token);
            }
            else
                next = null;

            if (next is null)
                await db.Targets.Where(row => row.Id == target.Id).ExecuteDeleteAsync(token);
            else
                await MoveOnAsync(db, target, next, now, token);
            if (result is null)
                await FrontierQueue.PassTurnAsync(db, target.Host, token);
            else
                await FrontierQueue.ReleaseHostAsync(db, target.Host, now + politeness.Value.PauseAfter(target.Host, result), result.Status, result.Status is 429 or 503, now, token);
        }, cancellationToken);
    }

    private static async Task MoveOnAsync(IntakeDb db, Target target, string next, DateTime now, CancellationToken cancellationToken)
    {
        var host = TargetKey.HostOf(new Uri(next));
        await FrontierQueue.AddHostsAsync(db, [host], now, cancellationToken);
        await db.Targets.Where(row => row.Id == target.Id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.MovedTo, next)
            .SetProperty(row => row.Host, host)
            .SetProperty(row => row.Attempts, 0)
            .SetProperty(row => row.Reason, (string?)null)
            .SetProperty(row => row.Detail, (string?)null)
            .SetProperty(row => row.NextAt, now), cancellationToken);
    }
}
