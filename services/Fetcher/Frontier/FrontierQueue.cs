using System.Diagnostics;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Http;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Frontier;

/// <summary>What to fetch and when: targets, and their hosts' turns.</summary>
public sealed class FrontierQueue(
    Database<IntakeDb> database, FrontierSignal signal, IOptions<PolitenessOptions> politeness, IOptions<FetcherHttpOptions> http, TimeProvider time)
{
    /// <summary>No server's word, however long, makes it forgotten.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(30);

    /// <summary>A server that pushes back again and again is asked at least once a day.</summary>
    private static readonly TimeSpan LongestPushback = TimeSpan.FromDays(1);

    /// <summary>What a visit may take: longer than the longest fetch, with time to keep what it brought.</summary>
    public TimeSpan VisitTime { get; } = http.Value.TotalTimeout + TimeSpan.FromMinutes(1);

    /// <summary>Longer than any visit, so that only a process that died leaves a lease to run out.</summary>
    private TimeSpan Lease => VisitTime + TimeSpan.FromMinutes(1);

    /// <summary>Queues addresses that a user asks for; those seen before are fetched again.</summary>
    public async Task<IReadOnlyList<Guid>> AskForAsync(IReadOnlyList<Uri> urls, CancellationToken cancellationToken)
    {
        var cause = Activity.Current?.Id;
        var ids = await database.WriteAsync<IReadOnlyList<Guid>>(async (db, token) =>
        {
            var now = time.GetUtcNow();
            var keys = urls.Select(TargetKey.Of).ToList();
            var known = await db.Targets.Where(row => keys.Contains(row.Key)).ToDictionaryAsync(row => row.Key, token);
            await AddHostsAsync(db, urls.Select(TargetKey.HostOf), now.UtcDateTime, token);
            foreach (var (url, key) in urls.Zip(keys))
            {
                if (known.TryGetValue(key, out var target))
                    Reawaken(target, now.UtcDateTime, cause);
                else
                    db.Targets.Add(known[key] = New(url, now, cause));
            }

            await db.SaveChangesAsync(token);
            return [.. keys.Select(key => known[key].Id)];
        }, cancellationToken);
        signal.Set();
        return ids;
    }

    /// <summary>Takes due targets, one for each host whose turn it is. Other replicas pass over these hosts.</summary>
    public Task<IReadOnlyList<Target>> ClaimAsync(int hosts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return database.WriteAsync<IReadOnlyList<Target>>(async (db, token) =>
        {
            var claimed = new List<Target>();
            var slotTime = await SlotTimeAsync(db, now, token);
            foreach (var host in await DueHostsAsync(db, now, slotTime, hosts, token))
            {
                var target = await db.Targets.AsNoTracking().Where(row => row.Host == host.Name && row.Status == TargetStatus.Waiting && row.NextAt <= now)
                    .OrderBy(row => row.NextAt).FirstOrDefaultAsync(token);
                if (target is null)
                    continue;
                host.LeasedUntil = slotTime + Lease;
                claimed.Add(target);
            }

            await db.SaveChangesAsync(token);
            return claimed;
        }, cancellationToken);
    }

    /// <summary>When the next target may be due; null when none is before the horizon.</summary>
    public Task<DateTime?> NextDueAsync(DateTime horizon, CancellationToken cancellationToken) => database.ReadAsync((db, token) =>
        db.Hosts.Where(host => (host.LeasedUntil ?? host.NextAt) <= horizon)
            .Select(host => new
            {
                HostAt = host.LeasedUntil ?? host.NextAt,
                TargetAt = db.Targets.Where(row => row.Host == host.Name && row.Status == TargetStatus.Waiting).Min(row => row.NextAt),
            })
            .Where(pair => pair.TargetAt <= horizon)
            .MinAsync(pair => pair.TargetAt > pair.HostAt ? pair.TargetAt : pair.HostAt, token), cancellationToken);

    /// <summary>
    /// Ends a turn that brought nothing because of us: the host is free after its pause, and the target is planned anew and says why.
    /// </summary>
    /// <param name="counts">Whether it is the target that fails, so that a page which always does is given up.</param>
    public Task SetBackAsync(Target target, string reason, string detail, bool counts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var free = now + politeness.Value.DelayOf(target.Host);
        var attempts = target.Attempts + (counts ? 1 : 0);
        var plan = counts ? RetryPlan.Again(attempts, politeness.Value) : new RetryPlan(TargetStatus.Waiting, free - now);
        if (target.Kind == TargetKind.Source && plan.After is null)
            plan = new RetryPlan(TargetStatus.Waiting, LongestPushback); // a source is never dropped
        var nextAt = now + plan.After;
        return database.WriteAsync(async (db, token) =>
        {
            await db.Targets.Where(row => row.Id == target.Id && row.Status == TargetStatus.Waiting).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Status, plan.Status)
                .SetProperty(row => row.Reason, reason)
                .SetProperty(row => row.Detail, detail)
                .SetProperty(row => row.Attempts, attempts)
                .SetProperty(row => row.NextAt, nextAt), token);
            await ReleaseHostAsync(db, target.Host, free, status: null, pushback: false, now, token);
        }, cancellationToken);
    }

    /// <summary>
    /// Ends a request's turn, inside the transaction that keeps what it brought. A host that pushes back again and again gets twice the
    /// pause each time.
    /// </summary>
    /// <param name="nextAt">When the next request may begin at the earliest, by the clock of <paramref name="now"/>.</param>
    /// <param name="status">Null when nobody answered.</param>
    public static async Task ReleaseHostAsync(IntakeDb db, string host, DateTime nextAt, int? status, bool pushback, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.Hosts.AsTracking().SingleOrDefaultAsync(row => row.Name == host, cancellationToken) is not { } slot)
            return;

        var pause = nextAt - now;
        slot.Pushbacks = pushback ? slot.Pushbacks + 1 : status is null ? slot.Pushbacks : 0;
        if (pushback)
            pause = Longer(pause, Shorter(pause * Math.Pow(2, Math.Min(slot.Pushbacks - 1, 30)), LongestPushback));
        if (slot.CrawlDelay is { } asked)
            pause = Longer(pause, asked);
        slot.LeasedUntil = null;
        slot.NextAt = await SlotTimeAsync(db, now, cancellationToken) + Shorter(pause, LongestPause);
        slot.LastStatus = status ?? slot.LastStatus;
        slot.LastPushback = pushback ? now : slot.LastPushback;
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Gives back a turn in which nobody was asked.</summary>
    public static Task PassTurnAsync(IntakeDb db, string host, CancellationToken cancellationToken) =>
        db.Hosts.Where(row => row.Name == host).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, (DateTime?)null), cancellationToken);

    /// <summary>Makes sure that hosts have a slot.</summary>
    public static async Task AddHostsAsync(IntakeDb db, IEnumerable<string> hosts, DateTime now, CancellationToken cancellationToken)
    {
        var batch = new SqlBatch(db);
        foreach (var host in hosts.Distinct().Order(StringComparer.Ordinal))
            batch.Add("INSERT INTO hosts (name, next_at) VALUES (@name, @now) ON CONFLICT DO NOTHING", ("@name", host), ("@now", now));
        await batch.ExecuteAsync(cancellationToken);
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static Target New(Uri url, DateTimeOffset now, string? cause) => new()
    {
        Id = Guid.CreateVersion7(now),
        Key = TargetKey.Of(url),
        Url = url.OriginalString,
        Host = TargetKey.HostOf(url),
        Kind = TargetKind.Page,
        Status = TargetStatus.Waiting,
        NextAt = now.UtcDateTime,
        SeenAt = now.UtcDateTime,
        Cause = cause,
    };

    /// <summary>Makes a target due that had come to an end.</summary>
    public static void Reawaken(Target target, DateTime now, string? cause)
    {
        target.Status = TargetStatus.Waiting;
        target.NextAt = now;
        target.Attempts = 0;
        target.Reason = target.Detail = null;
        target.DocumentId = null;
        target.Entries = null;
        target.Host = TargetKey.Parse(target.Url) is { } url ? TargetKey.HostOf(url) : target.Host;
        target.MovedTo = null;
        target.Moves = 0;
        target.Cause = cause;
    }

    /// <summary>Slots and leases go by one clock: that of a replica may be ahead, and would cut the others' pauses short.</summary>
    private static async Task<DateTime> SlotTimeAsync(IntakeDb db, DateTime now, CancellationToken cancellationToken) => db.Database.IsNpgsql()
        ? DateTime.SpecifyKind(await db.Database.SqlQuery<DateTime>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(cancellationToken), DateTimeKind.Utc)
        : now;

    private Task<List<HostSlot>> DueHostsAsync(IntakeDb db, DateTime now, DateTime slotTime, int limit, CancellationToken cancellationToken)
    {
        const string due = """
            SELECT * FROM hosts h WHERE h.next_at <= {2} AND (h.leased_until IS NULL OR h.leased_until <= {2})
              AND EXISTS (SELECT 1 FROM targets t WHERE t.host = h.name AND t.status = 'waiting' AND t.next_at <= {0})
            ORDER BY h.next_at LIMIT {1}
            """;
        const string passOver = due + " FOR UPDATE SKIP LOCKED";
        var hosts = database.Kind == DatabaseKind.Postgres ? db.Hosts.FromSqlRaw(passOver, now, limit, slotTime) : db.Hosts.FromSqlRaw(due, now, limit, slotTime);
        return hosts.AsTracking().ToListAsync(cancellationToken);
    }
}
