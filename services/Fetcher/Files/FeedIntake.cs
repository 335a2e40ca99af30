using System.Security.Cryptography;
using System.Text;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Http;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Sources;
using Dateline.Fetcher.Uploads;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Files;

/// <summary>
/// Takes a feed that came as a file: its entries as those of a polled feed, once, and the feeds of a subscription list as sources.
/// What was taken before is known by its address, so that a file may come twice.
/// </summary>
public sealed class FeedIntake(EntryIntake entries, SourceRegistry sources, GuardedClient client, Database<IntakeDb> database)
{
    public Task<IReadOnlyList<UploadReceipt>> AcceptAsync(Feed feed, string name, CancellationToken cancellationToken) => feed switch
    {
        { Entries.Count: 0 } => Task.FromResult<IReadOnlyList<UploadReceipt>>([new UploadReceipt("refused", name, Problem: "The feed has no entries.")]),
        { Format: FeedFormat.Opml } => SubscribeAsync(feed, name, cancellationToken),
        _ => KeepAsync(feed, name, cancellationToken),
    };

    private async Task<IReadOnlyList<UploadReceipt>> KeepAsync(Feed feed, string name, CancellationToken cancellationToken)
    {
        var origin = new EntryOrigin { Via = IdOf(feed, name), Title = feed.Title, Pages = PageFetching.WhenSummary };
        var found = feed.Entries.Select(entry => FoundEntry.From(entry, feed, origin)).ToList();
        var keys = found.OfType<FoundEntry>().Select(entry => entry.Key).Distinct().ToList();
        var before = await TargetsAsync(keys, cancellationToken);
        await entries.KeepAsync(feed, origin, (_, _, _) => Task.CompletedTask, cancellationToken);
        var after = await TargetsAsync(keys, cancellationToken);
        return [.. found.Select((entry, i) => entry is null
            ? new UploadReceipt("refused", $"{name}/{i + 1}", Problem: "The entry has neither an address nor a text.")
            : ToReceipt($"{name}/{i + 1}", after[entry.Key], before.GetValueOrDefault(entry.Key)))];
    }

    private async Task<IReadOnlyList<UploadReceipt>> SubscribeAsync(Feed feed, string name, CancellationToken cancellationToken)
    {
        var lines = await SubscriptionImport.RunAsync(feed, sources, client, cancellationToken);
        return [.. lines.Select((line, i) => new UploadReceipt(
            line.Outcome switch { SourceReceipt.Added => "subscribed", SourceReceipt.Known => "repeated", _ => "refused" },
            $"{name}/{i + 1}",
            line.Url,
            Location: line.Id is { } id ? $"/v1/sources/{id}" : null,
            Problem: line.Problem))];
    }

    private static UploadReceipt ToReceipt(string name, Target now, Target? before)
    {
        var url = now.Kind == TargetKind.Entry ? null : now.Url;
        var status = before is not null && before.DocumentId == now.DocumentId && before.Status == now.Status ? "repeated" : now.DocumentId is null ? "queued" : "accepted";
        return new UploadReceipt(status, name, url, now.DocumentId, Location: now.DocumentId is { } id ? $"/v1/documents/{id}" : $"/v1/why?url={Uri.EscapeDataString(now.Url)}");
    }

    private Task<Dictionary<string, Target>> TargetsAsync(List<string> keys, CancellationToken cancellationToken) =>
        database.ReadAsync((db, token) => db.Targets.AsNoTracking().Where(row => keys.Contains(row.Key)).ToDictionaryAsync(row => row.Key, token), cancellationToken);

    /// <summary>The same feed must have the same id whenever and under whatever name it comes: entries without an address are known by it.</summary>
    private static Guid IdOf(Feed feed, string name) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(feed.SelfUrl ?? feed.Id ?? feed.Link ?? feed.Title ?? name)).AsSpan(0, 16));
}
