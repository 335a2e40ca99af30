using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Http;

namespace Dateline.Fetcher.Sources;

/// <summary>Adds what a subscription list holds: a receipt per line, and one bad line does not stop the others.</summary>
internal static class SubscriptionImport
{
    public static async Task<IReadOnlyList<SourceReceipt>> RunAsync(Feed list, SourceRegistry registry, GuardedClient client, CancellationToken cancellationToken, SourceSettings? defaults = null)
    {
        var lines = list.Entries.Select(entry => SubscriptionList.Settings(entry, defaults ?? new SourceSettings())).ToList();
        var problems = lines.Select(settings => TargetKey.Parse(settings.Url) is not { } url
            ? $"{(string.IsNullOrWhiteSpace(settings.Url) ? "The line has" : $"'{settings.Url}' is")} no http or https address. Look for the feed's own, and add it."
            : client.Refusal(url) ?? settings.Problem()).ToList();
        var good = lines.Where((_, i) => problems[i] is null).Select(settings => (TargetKey.Parse(settings.Url)!, settings)).ToList();
        var receipts = new Queue<SourceReceipt>(await registry.AddAllAsync(good, TimeSpan.Zero, cancellationToken));
        return [.. lines.Select((settings, i) => problems[i] is { } problem
            ? new SourceReceipt(settings.Url, settings.Title, SourceReceipt.Refused, Problem: problem)
            : receipts.Dequeue())];
    }
}
