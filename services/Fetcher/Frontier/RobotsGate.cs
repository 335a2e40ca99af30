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
    GuardedClient client, Database<IntakeDb> database, IOptions<PolitenessOptions> politeness, IOptions<FetcherHttpOptions> http, TimeProvider time)
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
        // Its redirects are followed within the turn, as §2.3.1.2 asks: up to five and across hosts.
        var result = await client.FetchAsync(new FetchRequest
        {
            Url = new Uri(new Uri(target.Address), "/robots.txt").ToString(),
            Accept = "text/plain, */*;q=0.5",
            CutAt = RobotsRules.MaxCharacters,
        }, cancellationToken);
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
            await FrontierQueue.ReleaseHostAsync(db, target.Host, now + politeness.Value.PauseAfter(target.Host, result), result.Status, result.Status is 429 or 503, now, token);
        }, cancellationToken);
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
