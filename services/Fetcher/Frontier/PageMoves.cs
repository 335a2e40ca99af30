using System.Text.Json;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Http;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Frontier;

/// <summary>Plans what becomes of a page that was not there: it waits where a redirect led, is tried again, or has come to an end.</summary>
public sealed class PageMoves(Database<IntakeDb> database, IOptions<PolitenessOptions> politeness, IOptions<FetcherHttpOptions> http, TimeProvider time)
{
    public Task KeepAsync(Target target, FetchResult answer, Uri location, CancellationToken cancellationToken)
    {
        var key = TargetKey.Of(location);
        if (key == target.Key || key == TargetKey.Of(new Uri(target.Address)))
            return KeepFailureAsync(target, Looped(answer, "The server redirects in a circle."), cancellationToken);
        if (target.Moves >= http.Value.MaxRedirects)
            return KeepFailureAsync(target, Looped(answer, $"The server redirects more than {http.Value.MaxRedirects} times."), cancellationToken);

        var now = time.GetUtcNow().UtcDateTime;
        var host = TargetKey.HostOf(location);
        return database.WriteAsync(async (db, token) =>
        {
            if (target.Via is not null && await KnownAsync(db, key, token) is { } known)
                await EndAsDuplicateAsync(db, target, answer, known, token);
            else
            {
                await FrontierQueue.AddHostsAsync(db, [host], now, token);
                await db.Targets.Where(row => row.Id == target.Id).ExecuteUpdateAsync(set => set
                    .SetProperty(row => row.MovedTo, location.AbsoluteUri)
                    .SetProperty(row => row.Moves, row => row.Moves + 1)
                    .SetProperty(row => row.Host, host)
                    .SetProperty(row => row.Reason, "redirected")
                    .SetProperty(row => row.Detail, $"It redirects to {location.AbsoluteUri}, which waits for its turn.")
                    .SetProperty(row => row.HttpStatus, answer.Status)
                    .SetProperty(row => row.NextAt, now), token);
            }

            await ReleaseAsync(db, target, answer, now, token);
        }, cancellationToken);
    }

    /// <summary>A later try begins at the page's own address again.</summary>
    public Task KeepFailureAsync(Target target, FetchResult.Failed failed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var retry = RetryPlan.For(failed, target.Attempts + 1, politeness.Value);
        var nextAt = now + retry.After;
        var home = target.MovedTo is null ? target.Host : TargetKey.HostOf(new Uri(target.Url));
        return database.WriteAsync(async (db, token) =>
        {
            await db.Targets.Where(row => row.Id == target.Id).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Status, retry.Status)
                .SetProperty(row => row.Reason, JsonNamingPolicy.KebabCaseLower.ConvertName(failed.Kind.ToString()))
                .SetProperty(row => row.Detail, failed.Message)
                .SetProperty(row => row.Attempts, row => row.Attempts + 1)
                .SetProperty(row => row.MovedTo, (string?)null)
                .SetProperty(row => row.Moves, 0)
                .SetProperty(row => row.Host, home)
                .SetProperty(row => row.HttpStatus, failed.Status)
                .SetProperty(row => row.FetchedAt, now)
                .SetProperty(row => row.NextAt, nextAt), token);
            await ReleaseAsync(db, target, failed, now, token);
        }, cancellationToken);
    }

    /// <summary>Feeds that link by way of a counting service name one page under many addresses. It is fetched once.</summary>
    private static Task EndAsDuplicateAsync(IntakeDb db, Target target, FetchResult answer, Target known, CancellationToken cancellationToken) =>
        db.Targets.Where(row => row.Id == target.Id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Status, TargetStatus.Unfetched)
            .SetProperty(row => row.Reason, "duplicate")
            .SetProperty(row => row.Detail, $"It leads to {known.Url}, which was seen under that address.")
            .SetProperty(row => row.DocumentId, known.DocumentId)
            .SetProperty(row => row.HttpStatus, answer.Status)
            .SetProperty(row => row.NextAt, (DateTime?)null), cancellationToken);

    private static Task<Target?> KnownAsync(IntakeDb db, string key, CancellationToken cancellationToken) => db.Targets.AsNoTracking()
        .SingleOrDefaultAsync(row => row.Key == key && (row.Status == TargetStatus.Fetched || row.Status == TargetStatus.Waiting), cancellationToken);

    private Task ReleaseAsync(IntakeDb db, Target target, FetchResult answer, DateTime now, CancellationToken cancellationToken) => FrontierQueue.ReleaseHostAsync(
        db, target.Host, now + politeness.Value.PauseAfter(target.Host, answer), answer.Status, answer.Status is 429 or 503, now, cancellationToken);

    private static FetchResult.Failed Looped(FetchResult answer, string message) => new()
    {
        FinalUrl = answer.FinalUrl,
        Hops = answer.Hops,
        Elapsed = answer.Elapsed,
        Status = answer.Status,
        RetryAfter = answer.RetryAfter,
        Kind = FetchFailureKind.RedirectLoop,
        Message = message,
    };
}
