using Dateline.Fetcher.Data;
using Dateline.Fetcher.Frontier;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Sources;

/// <summary>Gives a source another address, in its row and in the frontier.</summary>
internal static class SourceMove
{
    /// <summary>False when another source has that address, or it is none.</summary>
    public static async Task<bool> TryAsync(IntakeDb db, Source source, string url, DateTime now, CancellationToken cancellationToken)
    {
        if (TargetKey.Parse(url) is not { } address || await db.Sources.AnyAsync(row => row.Url == url && row.Id != source.Id, cancellationToken))
            return false;

        var host = TargetKey.HostOf(address);
        await FrontierQueue.AddHostsAsync(db, [host], now, cancellationToken);
        await db.Targets.Where(row => row.SourceId == source.Id && row.Kind == TargetKind.Source)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Url, url)
                .SetProperty(row => row.Host, host)
                .SetProperty(row => row.MovedTo, (string?)null)
                .SetProperty(row => row.Moves, 0), cancellationToken);

        // The validators of a redirect's target are the new address's own.
        if (source.ValidatorsUrl != address.AbsoluteUri)
            source.ETag = source.LastModified = source.BodyHash = null;
        if (TargetKey.Parse(source.Url) is { } before && TargetKey.HostOf(before) != host)
            source.Headers = source.Cookie = null; // secrets of the host they were given for
        source.ValidatorsUrl = null;
        source.Url = url;
        source.MovedTo = source.MovingTo = source.Proposal = source.Search = null;
        source.SearchedAt = null;
        source.MovedSeen = 0;
        return true;
    }
}
