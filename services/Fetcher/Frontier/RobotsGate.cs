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
    /// <summary>What stands for a robots.txt that could not be had because of the server (RFC 9309 §2.3.1.4).</summary>
    private const string Closed = "User-agent: *\nDisallow: /";

    /// <summary>Null when the host's turn went into fetching them: the page waits for the next one.</summary>
    public async Task<RobotsRules?> RulesAsync(Target target, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var host = await database.ReadAsync((db, token) => db.Hosts.SingleAsync(row => row.Name == target.Host, token), cancellationToken);
        if (host.RobotsAt is not { } at || now - at > KeepFor(host.Robots))
        {
            await FetchAsync(target, now, cancellationToken);
            return null;
        }

        return RobotsRules.Parse(host.Robots ?? "", http.Value.UserAgent.Split('/', ' ')[0]);
    }

    /// <summary>A server in trouble is asked again soon.</summary>
    private TimeSpan KeepFor(string? robots) => robots == Closed ? TimeSpan.FromMinutes(30) : politeness.Value.RobotsFor;

    private async Task FetchAsync(Target target, DateTime now, CancellationToken cancellationToken)
    {
        var result = await client.FetchAsync(new FetchRequest { Url = new Uri(new Uri(target.Url), "/robots.txt").ToString(), Accept = "text/plain, */*;q=0.5" }, cancellationToken);
        var robots = result switch
        {
            FetchResult.Fetched fetched => Text(fetched.Body.Span),
            FetchResult.Failed { Status: >= 400 and < 500 and not 429 } => "", // there is none: everything is allowed
            _ => Closed,
        };
        var nextAt = time.GetUtcNow().UtcDateTime + politeness.Value.DelayOf(target.Host);
        await database.WriteAsync(async (db, token) =>
        {
            await db.Hosts.Where(row => row.Name == target.Host).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Robots, robots).SetProperty(row => row.RobotsAt, now), token);
            await FrontierQueue.ReleaseHostAsync(db, target.Host, nextAt, result.Status, result.Status is 429 or 503, now, token);
        }, cancellationToken);
    }

    private static string Text(ReadOnlySpan<byte> body) =>
        Encoding.UTF8.GetString(body.Length > RobotsRules.MaxCharacters ? body[..RobotsRules.MaxCharacters] : body).Replace("\0", "", StringComparison.Ordinal);
}
