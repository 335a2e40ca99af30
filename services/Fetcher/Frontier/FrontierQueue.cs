using System.Diagnostics;
using Dateline.Fetcher.Data;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Frontier;

/// <summary>What to fetch and when: targets, and their hosts' turns.</summary>
public sealed class FrontierQueue(Database<IntakeDb> database, FrontierSignal signal, TimeProvider time)
{
    /// <summary>Longer than the longest fetch: only a process that died leaves a lease to run out.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

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
            foreach (var host in await DueHostsAsync(db, now, hosts, token))
            {
                var target = await db.Targets.AsNoTracking().Where(row => row.Host == host.Name && row.Status == TargetStatus.Waiting && row.NextAt <= now)
                    .OrderBy(row => row.NextAt).FirstOrDefaultAsync(token);
                if (target is null)
                    continue;
                host.LeasedUntil = now + Lease;
                claimed.Add(target);
            }

            await db.SaveChangesAsync(token);
            return claimed;
        }, cancellationToken);
    }

    /// <summary>When the next target may be due; null when nothing waits.</summary>
    public Task<DateTime?> NextDueAsync(CancellationToken cancellationToken) => database.ReadAsync((db, token) =>
        db.Targets.Where(row => row.Status == TargetStatus.Waiting)
            .Join(db.Hosts, target => target.Host, host => host.Name, (target, host) => new { target.NextAt, HostAt = host.LeasedUntil ?? host.NextAt })
            .MinAsync(pair => pair.NextAt > pair.HostAt ? pair.NextAt : (DateTime?)pair.HostAt, token), cancellationToken);

    /// <summary>Ends a request's turn, inside the transaction that keeps what it brought.</summary>
    public static async Task ReleaseHostAsync(IntakeDb db, string host, DateTime nextAt, int? status, bool pushback, DateTime now, CancellationToken cancellationToken) =>
        await db.Hosts.Where(row => row.Name == host).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.LeasedUntil, (DateTime?)null)
            .SetProperty(row => row.NextAt, nextAt)
            .SetProperty(row => row.LastStatus, status)
            .SetProperty(row => row.LastPushback, row => pushback ? now : row.LastPushback), cancellationToken);

    /// <summary>Makes sure that hosts have a slot.</summary>
    public static async Task AddHostsAsync(IntakeDb db, IEnumerable<string> hosts, DateTime now, CancellationToken cancellationToken)
    {
        var batch = new SqlBatch(db);
        foreach (var host in hosts.Distinct().Order(StringComparer.Ordinal))
            batch.Add("INSERT INTO hosts (name, next_at) VALUES (@name, @now) ON CONFLICT DO NOTHING", ("@name", host), ("@now", now));
        await batch.ExecuteAsync(cancellationToken);
    }

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
        target.Cause = cause;
    }

    private Task<List<HostSlot>> DueHostsAsync(IntakeDb db, DateTime now, int limit, CancellationToken cancellationToken)
    {
        const string due = """
            SELECT * FROM hosts h WHERE h.next_at <= {0} AND (h.leased_until IS NULL OR h.leased_until <= {0})
              AND EXISTS (SELECT 1 FROM targets t WHERE t.host = h.name AND t.status = 'waiting' AND t.next_at <= {0})
            ORDER BY h.next_at LIMIT {1}
            """;
        const string passOver = due + " FOR UPDATE SKIP LOCKED";
        var hosts = database.Kind == DatabaseKind.Postgres ? db.Hosts.FromSqlRaw(passOver, now, limit) : db.Hosts.FromSqlRaw(due, now, limit);
        return hosts.AsTracking().ToListAsync(cancellationToken);
    }
}
