using System.Security.Cryptography;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Frontier;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Sources;

/// <summary>Takes what hubs say and send: verifications, refusals, and news, which count only with the right signature.</summary>
public sealed class HubDelivery(FeedReader feeds, EntryIntake entries, Database<IntakeDb> database, FrontierSignal signal, TimeProvider time)
{
    /// <summary>A lease beyond this is a promise that nobody keeps.</summary>
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(30);

    /// <summary>A hub that does not say how long it will push gets asked again after this.</summary>
    private static readonly TimeSpan UnknownLease = TimeSpan.FromDays(5);

    /// <summary>Whether we did ask for this: anybody could make a hub push to us.</summary>
    public Task<bool> VerifyAsync(Guid sourceId, string mode, string topic, long? leaseSeconds, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return database.WriteAsync(async (db, token) =>
        {
            var source = await db.Sources.AsTracking().SingleOrDefaultAsync(row => row.Id == sourceId, token);
            if (mode == "unsubscribe")
                return source is null;
            if (source?.HubTopic is null || source.HubTopic != topic || source.HubAskedAt is null)
                return false;

            var lease = leaseSeconds is > 0 and var seconds ? TimeSpan.FromSeconds(Math.Min(seconds, LongestLease.TotalSeconds)) : UnknownLease;
            source.LeaseUntil = mode == "subscribe" ? now + lease : null;
            await db.SaveChangesAsync(token);
            return mode is "subscribe" or "denied";
        }, cancellationToken);
    }

    /// <returns>False: no such source. What is not signed rightly is passed over in silence, as the protocol asks.</returns>
    public async Task<bool> TakeAsync(Guid sourceId, ReadOnlyMemory<byte> body, string? contentType, string? signature, CancellationToken cancellationToken)
    {
        var (source, target) = await FindAsync(sourceId, cancellationToken);
        if (source is null || target is null)
            return false;
        if (source.HubSecret is null || source.Paused || !IsSigned(body.Span, signature, source.HubSecret))
            return true;

        if (feeds.TryRead(body, contentType, source.Url, out var feed) && feed.Entries.Count > 0)
            await KeepAsync(source, target, feed, cancellationToken);
        else
            await AskSoonAsync(target, cancellationToken);
        return true;
    }

    private Task<EntriesKept> KeepAsync(Source source, Target target, Feed feed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var origin = new EntryOrigin { SourceId = source.Id, Via = target.Id, Title = source.Title ?? target.Host, Pages = source.Pages };
        return entries.KeepAsync(feed, origin, async (db, kept, token) =>
        {
            if (kept.New > 0)
                await db.Sources.Where(row => row.Id == source.Id).ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.Entries, row => row.Entries + kept.New)
                    .SetProperty(row => row.LastNewAt, now), token);
        }, cancellationToken);
    }

    /// <summary>The hub says that there is news without saying what.</summary>
    private async Task AskSoonAsync(Target target, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await database.WriteAsync(
            (db, token) => db.Targets.Where(row => row.Id == target.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAt, now), token), cancellationToken);
        signal.Set();
    }

    private Task<(Source? Source, Target? Target)> FindAsync(Guid sourceId, CancellationToken cancellationToken) =>
        database.ReadAsync(async (db, token) => (
            await db.Sources.SingleOrDefaultAsync(row => row.Id == sourceId, token),
            await db.Targets.SingleOrDefaultAsync(row => row.Key == TargetKey.OfSource(sourceId), token)), cancellationToken);

    private static bool IsSigned(ReadOnlySpan<byte> body, string? signature, string secret)
    {
        var parts = signature?.Split('=', 2);
        if (parts is not [var method, var hex])
            return false;

        var key = System.Text.Encoding.ASCII.GetBytes(secret);
        var expected = method.Trim().ToLowerInvariant() switch
        {
            "sha512" => HMACSHA512.HashData(key, body),
            "sha384" => HMACSHA384.HashData(key, body),
            "sha256" => HMACSHA256.HashData(key, body),
            "sha1" => HMACSHA1.HashData(key, body), // what most hubs still send
            _ => [],
        };
        return expected.Length > 0 && CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(expected)), System.Text.Encoding.ASCII.GetBytes(hex.Trim().ToLowerInvariant()));
    }
}
