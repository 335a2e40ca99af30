using System.Globalization;
using Dateline.Fetcher.Data;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Frontier;

/// <summary>Answers what each host's budget is, what waits for it, and why not now.</summary>
public sealed class HostQueries(Database<IntakeDb> database, IOptions<PolitenessOptions> politeness, TimeProvider time)
{
    /// <summary>What a person reads of a robots.txt.</summary>
    private const int ShownRobots = 8_000;

    public Task<HostView?> FindAsync(string name, CancellationToken cancellationToken) => database.ReadAsync(async (db, token) =>
        await db.Hosts.SingleOrDefaultAsync(row => row.Name == name, token) is { } slot
            ? View(slot, await CountAsync(db, [name], token), slot.Robots is { Length: > ShownRobots } text ? text[..ShownRobots] : slot.Robots)
            : null, cancellationToken);

    public Task<HostPage> ListAsync(string? part, bool waiting, string? after, int limit, CancellationToken cancellationToken) => database.ReadAsync(async (db, token) =>
    {
        var rows = db.Hosts.AsQueryable();
        if (!string.IsNullOrWhiteSpace(part))
            rows = rows.Where(row => row.Name.Contains(part.Trim().ToLowerInvariant()));
        if (waiting)
            rows = rows.Where(row => db.Targets.Any(target => target.Host == row.Name && target.Status == TargetStatus.Waiting));
        if (!string.IsNullOrEmpty(after))
            rows = rows.Where(row => string.Compare(row.Name, after) > 0);
        var slots = await rows.OrderBy(row => row.Name).Take(limit + 1).ToListAsync(token);
        var counts = await CountAsync(db, [.. slots.Select(slot => slot.Name)], token);
        var items = slots.Take(limit).Select(slot => View(slot, counts, null)).ToList();
        return new HostPage(items, slots.Count > limit ? items[^1].Name : null);
    }, cancellationToken);

    private async Task<ILookup<string, Counted>> CountAsync(IntakeDb db, IReadOnlyList<string> hosts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var counts = await db.Targets.Where(row => hosts.Contains(row.Host)).GroupBy(row => new { row.Host, row.Status })
            .Select(group => new { group.Key.Host, group.Key.Status, Count = group.LongCount(), Due = group.LongCount(row => row.NextAt <= now) })
            .ToListAsync(cancellationToken);
        return counts.ToLookup(count => count.Host, count => new Counted(count.Status, count.Count, count.Due));
    }

    private HostView View(HostSlot slot, ILookup<string, Counted> counts, string? robots)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var pause = politeness.Value.DelayOf(slot.Name);
        return new HostView
        {
            Name = slot.Name,
            PauseSeconds = (slot.CrawlDelay > pause ? slot.CrawlDelay.Value : pause).TotalSeconds,
            NextSlotAt = slot.NextAt > now ? slot.NextAt : now,
            NextSlotReason = Reason(slot, now),
            Busy = slot.LeasedUntil > now,
            Due = counts[slot.Name].Where(count => count.Status == TargetStatus.Waiting).Sum(count => count.Due),
            Waiting = Sum(TargetStatus.Waiting),
            Fetched = Sum(TargetStatus.Fetched),
            Unfetched = Sum(TargetStatus.Unfetched),
            Failed = Sum(TargetStatus.Failed),
            LastStatus = slot.LastStatus,
            LastPushbackAt = slot.LastPushback,
            Pushbacks = slot.Pushbacks,
            Robots = new RobotsView
            {
                State = slot.RobotsUntil is null ? "unasked" : slot.RobotsFailingSince is not null ? "unreachable" : string.IsNullOrEmpty(slot.Robots) ? "none" : "found",
                HttpStatus = slot.RobotsStatus,
                AskedAt = slot.RobotsAt,
                Until = slot.RobotsUntil,
                UnreachableSince = slot.RobotsFailingSince,
                CrawlDelaySeconds = slot.CrawlDelay?.TotalSeconds,
                Text = robots,
            },
        };

        long Sum(string status) => counts[slot.Name].Where(count => count.Status == status).Sum(count => count.Count);
    }

    private static string Reason(HostSlot slot, DateTime now)
    {
        if (slot.LeasedUntil > now)
            return "a request is on its way, and there is never more than one";
        if (slot.NextAt <= now && slot.RobotsFailingSince is not null && slot.RobotsUntil > now)
            return "pages wait for its robots.txt, feeds are asked as usual";
        if (slot.NextAt <= now)
            return "the next request may begin at once";
        return slot.Pushbacks switch
        {
            0 when slot.CrawlDelay is not null => "the pause that its robots.txt asks for",
            0 => "the pause between two requests",
            1 => $"it asked to be left alone with status {slot.LastStatus}",
            _ => string.Create(CultureInfo.InvariantCulture, $"it asked to be left alone {slot.Pushbacks} times in a row, last with status {slot.LastStatus}"),
        };
    }

    private sealed record Counted(string Status, long Count, long Due);
}
