using System.Text;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Http;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Frontier;

/// <summary>
/// Asks a host's robots.txt before its pages are fetched. It is fetched in the host's own turn and kept with the host, so that all
/// replicas go by one copy.
/// </summary>
public sealed class RobotsGate(
    PromptFetch fetch, Database<IntakeDb> database, IOptions<PolitenessOptions> politeness, IOptions<FetcherHttpOptions> http, TimeProvider time)
{
    /// <summary>A server in trouble is asked again soon at first, then after as long as it has been in trouble.</summary>
    private static readonly TimeSpan SoonestRetry = TimeSpan.FromMinutes(5);

    /// <summary>RFC 9309 §2.3.1.4: after some thirty days without an answer there may as well be no robots.txt.</summary>
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(30);

    /// <summary>Null when the host's turn went into fetching them: the page waits for the next one.</summary>
    public async Task<RobotsRules?> RulesAsync(Target target, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var host = await database.ReadAsync((db, token) => db.Hosts.SingleAsync(row => row.Name == target.Host, token), cancellationToken);
        if (host.RobotsUntil is not { } until || until <= now)
        {
            await FetchAsync(target, host, cancellationToken);
            return null;
        }

        return host.RobotsFailingSince is null ? RobotsRules.Parse(host.Robots ?? "", Product) : RobotsRules.Unknown(until);
    }

    private string Product => http.Value.UserAgent.Split('/', ' ')[0];

    private async Task FetchAsync(Target target, HostSlot host, CancellationToken cancellationToken)
    {
        // Its redirects are followed at once, as §2.3.1.2 asks: up to five and across hosts, but there in their own turn.
        var result = await fetch.RunAsync(new FetchRequest
        {
            Url = new Uri(new Uri(target.Address), "/robots.txt").ToString(),
            Accept = "text/plain, */*;q=0.5",
            CutAt = RobotsRules.MaxCharacters,
        }, held: target.Host, cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var text = TextOf(result) ?? (now - (host.RobotsFailingSince ?? now) >= GivenUpAfter ? "" : null);
        var failingSince = text is null ? host.RobotsFailingSince ?? now : (DateTime?)null;
        var until = now + (failingSince is { } since ? RetryAfter(now - since, result.RetryAfter) : politeness.Value.RobotsFor);
        var delay = RobotsRules.Parse(text ?? host.Robots ?? "", Product).CrawlDelay;
        await database.WriteAsync(async (db, token) =>
        {
            await db.Hosts.Where(row => row.Name == target.Host).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Robots, row => text ?? row.Robots)
                .SetProperty(row => row.RobotsAt, now)
                .SetProperty(row => row.RobotsStatus, result.Status)
                .SetProperty(row => row.RobotsUntil, until)
                .SetProperty(row => row.RobotsFailingSince, failingSince)
                .SetProperty(row => row.CrawlDelayMs, (int?)delay?.TotalMilliseconds), token);
            if (failingSince is not null)
                await HoldPagesAsync(db, target.Host, until, token);
            if (result is FetchResult.Failed { Kind: FetchFailureKind.Dns } nameless)
                await CountAsync(db, target, nameless, now, token);
            // What another host says, where it was redirected, is not this one's word.
            var own = TargetKey.HostOf(new Uri(result.FinalUrl)) == target.Host;
            var pause = own ? politeness.Value.PauseAfter(target.Host, result) : politeness.Value.DelayOf(target.Host);
            await FrontierQueue.ReleaseHostAsync(db, target.Host, now + pause, own ? result.Status : result.Hops.Select(hop => hop.Status).FirstOrDefault(), own && result.Status is (429 or 503), now, token);
        }, cancellationToken);
    }

    /// <summary>Ends a turn in which nothing may be fetched because the rules are not known.</summary>
    public Task HoldAsync(Target target, DateTime until, CancellationToken cancellationToken) => database.WriteAsync(async (db, token) =>
    {
        await HoldPagesAsync(db, target.Host, until, token);
        await FrontierQueue.PassTurnAsync(db, target.Host, token);
    }, cancellationToken);

    /// <summary>A robots.txt that could not be had is no word: all pages of the host wait for it, however long, and no try of theirs is lost.</summary>
    private static Task HoldPagesAsync(IntakeDb db, string host, DateTime until, CancellationToken cancellationToken) =>
        db.Targets.Where(row => row.Host == host && row.Kind != TargetKind.Source && row.Status == TargetStatus.Waiting && row.NextAt < until).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Reason, "robots")
            .SetProperty(row => row.Detail, $"The robots.txt of {host} could not be had, so nothing may be fetched there until it is.")
            .SetProperty(row => row.NextAt, until), cancellationToken);

    /// <summary>A host without an address is most often a misspelt one: the page that led there has had a try.</summary>
    private Task CountAsync(IntakeDb db, Target target, FetchResult.Failed failed, DateTime now, CancellationToken cancellationToken)
    {
        var retry = RetryPlan.For(failed, target.Attempts + 1, politeness.Value);
        var nextAt = now + retry.After;
        return db.Targets.Where(row => row.Id == target.Id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Status, retry.Status)
            .SetProperty(row => row.Reason, "dns")
            .SetProperty(row => row.Detail, failed.Message)
            .SetProperty(row => row.Attempts, row => row.Attempts + 1)
            .SetProperty(row => row.NextAt, nextAt), cancellationToken);
    }

    private static TimeSpan RetryAfter(TimeSpan failing, TimeSpan? asked)
    {
        var patience = TimeSpan.FromTicks(Math.Clamp(failing.Ticks, SoonestRetry.Ticks, TimeSpan.FromHours(12).Ticks));
        return asked > patience ? asked.Value : patience;
    }

    /// <summary>Empty where there is none and everything is allowed; null where the server is in trouble and nobody knows.</summary>
    private static string? TextOf(FetchResult result) => result switch
    {
        FetchResult.Fetched fetched => Text(fetched.Body.Span),
        FetchResult.Failed { Status: >= 400 and < 500 and not 429 } => "",
        FetchResult.Failed { Kind: FetchFailureKind.RedirectLoop or FetchFailureKind.BadRedirect } => "", // §2.3.1.2
        FetchResult.Failed { Kind: FetchFailureKind.InvalidUrl or FetchFailureKind.RefusedAddress } => "", // the page is refused as well, and for its true reason
        _ => null,
    };

    /// <summary>A line that was cut in the middle may say the opposite of the whole: it goes.</summary>
    private static string Text(ReadOnlySpan<byte> body)
    {
        if (body.Length >= RobotsRules.MaxCharacters)
            body = body[..(body.LastIndexOf((byte)'\n') + 1)];
        return Encoding.UTF8.GetString(body).Replace("\0", "", StringComparison.Ordinal);
    }
}
