using Dateline.Fetcher.Data;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Sources;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Frontier;

/// <summary>Answers what is known about an address, fetched or not.</summary>
public sealed class FrontierQueries(Database<IntakeDb> database, LedgerQueries ledger, HostQueries hosts, SourceQueries sources)
{
    public async Task<WhyView> WhyAsync(string url, CancellationToken cancellationToken)
    {
        var target = await FindAsync(url, cancellationToken);
        var documents = await ledger.FindByUrlAsync(url, cancellationToken);
        if (documents.Count == 0 && target?.DocumentId is { } id && await ledger.FindAsync(id, cancellationToken) is { } document)
            documents.Add(document);

        var host = target?.Status == TargetStatus.Waiting ? await hosts.FindAsync(target.Host, cancellationToken) : null;
        var source = target is { SourceId: { } sourceId, Via: null } && await sources.FindAsync(sourceId, cancellationToken) is { } found && found.Url == target.Url ? found : null;
        return new WhyView
        {
            Url = url,
            Known = target is not null || documents.Count > 0,
            Explanation = source is null ? WhyExplanation.Of(target, host, documents) : WhyExplanation.Of(source),
            Target = target,
            Host = host,
            Documents = documents,
        };
    }

    /// <summary>Newest first.</summary>
    public Task<TargetPage> ListAsync(Guid? via, Guid? sourceId, string? host, string? status, Guid? before, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(async (db, token) =>
        {
            var rows = db.Targets.AsQueryable();
            if (via is not null)
                rows = rows.Where(row => row.Via == via);
            if (sourceId is not null)
                rows = rows.Where(row => row.SourceId == sourceId);
            if (host is not null)
                rows = rows.Where(row => row.Host == host);
            if (status is not null)
                rows = rows.Where(row => row.Status == status);
            if (before is { } last)
                rows = rows.Where(row => row.Id < last);
            var page = await rows.OrderByDescending(row => row.Id).Take(limit + 1).ToListAsync(token);
            var items = page.Take(limit).Select(View).ToList();
            return new TargetPage(items, page.Count > limit ? items[^1].Id.ToString() : null);
        }, cancellationToken);

    private Task<TargetView?> FindAsync(string url, CancellationToken cancellationToken) => database.ReadAsync(async (db, token) =>
    {
        var key = TargetKey.Parse(url) is { } parsed ? TargetKey.Of(parsed) : url;
        var rows = await db.Targets.Where(row => row.Key == key || row.Url == url).OrderBy(row => row.Kind).ToListAsync(token);
        return rows.Select(View).FirstOrDefault();
    }, cancellationToken);

    private static TargetView View(Target target) => new()
    {
        Id = target.Id,
        Url = target.Url,
        Host = target.Host,
        Status = target.Status,
        Reason = target.Reason,
        Detail = target.Detail,
        MovedTo = target.MovedTo,
        Attempts = target.Attempts,
        NextAt = target.Status == TargetStatus.Waiting ? target.NextAt : null,
        HttpStatus = target.HttpStatus,
        SeenAt = target.SeenAt,
        FetchedAt = target.FetchedAt,
        SourceId = target.SourceId,
        Via = target.Via,
        Entries = target.Entries,
        DocumentId = target.DocumentId,
    };
}
