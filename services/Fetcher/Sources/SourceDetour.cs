using Dateline.Fetcher.Data;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Http;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Sources;

/// <summary>
/// Takes a source that is redirected to another host there in that host's own turn, as pages are: many feeds behind one host must not
/// become many requests at once.
/// </summary>
public sealed class SourceDetour(
    Database<IntakeDb> database, IOptions<PolitenessOptions> politeness, IOptions<FetcherHttpOptions> http, TimeProvider time)
{
    /// <summary>Why a redirect leads nowhere, for people; null when it may be followed.</summary>
    public string? Circle(Target target, Source source, FetchResult.Redirected redirected)
    {
        var key = TargetKey.Of(redirected.Location);
        return key == TargetKey.Of(new Uri(source.Url)) || key == TargetKey.Of(new Uri(target.Address)) ? "The server redirects in a circle."
            : target.Moves >= http.Value.MaxRedirects ? $"The server redirects more than {http.Value.MaxRedirects} times."
            : null;
    }

    /// <summary>Ends a turn with a redirect to another host: the source waits for its turn there, in that host's budget.</summary>
    public Task MoveOnAsync(Target target, FetchResult.Redirected redirected, CancellationToken cancellationToken) =>
        database.WriteAsync((db, token) => MoveOnAsync(db, target, redirected, token), cancellationToken);

    private async Task MoveOnAsync(IntakeDb db, Target target, FetchResult.Redirected redirected, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (url, host) = (redirected.Location.AbsoluteUri, TargetKey.HostOf(redirected.Location));
        if (await db.Sources.AsTracking().SingleOrDefaultAsync(row => row.Id == target.SourceId, cancellationToken) is { } source)
        {
            source.MovingTo = PermanentTarget(source, target, redirected);
            source.NextPollReason = $"it redirects to {host}, and waits for its turn there";
            await db.SaveChangesAsync(cancellationToken);
        }

        await FrontierQueue.AddHostsAsync(db, [host], now, cancellationToken);
        await db.Targets.Where(row => row.Id == target.Id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.MovedTo, url)
            .SetProperty(row => row.Moves, row => row.Moves + 1)
            .SetProperty(row => row.Host, host)
            .SetProperty(row => row.HttpStatus, redirected.Status)
            .SetProperty(row => row.NextAt, now), cancellationToken);
        await FrontierQueue.ReleaseHostAsync(
            db, target.Host, now + politeness.Value.PauseAfter(target.Host, redirected), redirected.Status, pushback: false, now, cancellationToken);
    }

    /// <summary>Where the chain of permanent redirects leads that begins at the source's own address; it may take several turns.</summary>
    public static string PermanentTarget(Source source, Target target, FetchResult result)
    {
        var to = target.MovedTo is null ? new Uri(source.Url).AbsoluteUri : source.MovingTo ?? "";
        if (to != new Uri(target.Address).AbsoluteUri)
            return to;
        return result.Hops.TakeWhile(hop => hop.IsPermanentRedirect).LastOrDefault()?.Location?.AbsoluteUri ?? to;
    }
}
