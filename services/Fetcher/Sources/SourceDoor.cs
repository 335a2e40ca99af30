using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Http;
using Dateline.Fetcher.Ledger;

namespace Dateline.Fetcher.Sources;

/// <summary>Takes whatever address a user has (a feed, a site, a sitemap, a subscription list) and makes sources of it.</summary>
public sealed class SourceDoor(SiteExplorer explorer, SourceRegistry registry, SourcePoll poll, SourceQueries queries, GuardedClient client)
{
    private const string NoFeed = "This is a page that announces no feed, and its site has none where feeds usually lie and no sitemap in robots.txt. Look for the address of its feed, or post pages one by one to /v1/documents.";

    /// <summary>Enough to see what it is.</summary>
    private const int PreviewEntries = 50;

    /// <summary>Should taking the answer in hand fail, the source is asked again soon.</summary>
    private static readonly TimeSpan FallBack = TimeSpan.FromMinutes(1);

    /// <returns>One receipt for an address, many for a list.</returns>
    public async Task<IReadOnlyList<SourceReceipt>> AddAsync(Uri url, SourceSettings settings, CancellationToken cancellationToken)
    {
        var look = await explorer.LookAsync(url, Headers(settings), cancellationToken);
        if (look.Feed is { Format: FeedFormat.Opml } list)
            return await SubscriptionImport.RunAsync(list, registry, client, cancellationToken, settings with { Url = null, Title = null, Headers = null, Cookie = null });
        if (look.IsPage && look.Links.Count == 0)
            return [new SourceReceipt(url.OriginalString, null, SourceReceipt.Refused, Problem: NoFeed)];

        var address = look.IsPage ? new Uri(look.Links[0].Url) : url;
        if (TargetKey.HostOf(address) != TargetKey.HostOf(url))
            settings = settings with { Headers = null, Cookie = null }; // secrets of the site, not of whoever it links to
        var inHand = !look.IsPage && look.Result is not null;
        var receipts = await registry.AddAllAsync([(address, settings)], inHand && settings.Paused != true ? FallBack : TimeSpan.Zero, cancellationToken);
        if (inHand && settings.Paused != true && receipts[0] is { Outcome: SourceReceipt.Added, Id: { } id })
            await TakeAsync(id, look.Result!, cancellationToken);
        return receipts;
    }

    public async Task<SourcePreview> PreviewAsync(Uri url, SourceSettings settings, CancellationToken cancellationToken)
    {
        var look = await explorer.LookAsync(url, Headers(settings), cancellationToken);
        var preview = new SourcePreview { Kind = "nothing", Url = look.Result?.FinalUrl ?? url.OriginalString, Feeds = look.Links };
        return look switch
        {
            { Result: null } => preview with { Problem = "The host is being asked by somebody else just now. Try again in a minute." },
            { Result: FetchResult.Failed failed } => preview with { Problem = $"{failed.Message} Check the address, or give the site's home page: its feed is looked for there." },
            { Feed: { } feed } => await OfFeedAsync(preview, feed, settings, cancellationToken),
            { Links.Count: 0 } => preview with { Kind = "page", Problem = NoFeed },
            _ => preview with { Kind = "page", Problem = "This is a page and no feed. It offers the feeds listed here; the first is taken when the page's address is added." },
        };
    }

    /// <summary>The answer that showed what it is stands for the first poll: the server is not asked twice.</summary>
    private async Task TakeAsync(Guid id, FetchResult result, CancellationToken cancellationToken)
    {
        var (source, target) = await registry.OpenAsync(id, cancellationToken);
        using var turn = TargetVisit.Begin(target);
        try
        {
            await poll.TakeAsync(target, source, result, holdsTurn: false, cancellationToken);
        }
        catch (LineFullException)
        {
            // The source stands; the frontier asks it when the line has room.
        }
    }

    private async Task<SourcePreview> OfFeedAsync(SourcePreview preview, Feed feed, SourceSettings settings, CancellationToken cancellationToken)
    {
        var origin = new EntryOrigin { Pages = settings.Pages ?? PageFetching.WhenSummary };
        var shown = feed.Entries.Take(PreviewEntries).Select(entry => (entry, found: FoundEntry.From(entry, feed, origin))).ToList();
        var seen = await queries.SeenAsync([.. shown.Select(item => item.found?.Key).OfType<string>()], cancellationToken);
        return preview with
        {
            Kind = feed.Format switch { FeedFormat.Opml => "list", FeedFormat.Sitemap => "sitemap", _ => "feed" },
            Format = feed.Format.ToString().ToLowerInvariant(),
            Title = feed.Title,
            Language = feed.Language,
            Total = feed.Entries.Count,
            Warnings = feed.Warnings,
            Problem = feed.Entries.Count == 0 ? "The feed has no entries at the moment." : null,
            Entries = [.. shown.Select(item => new PreviewEntry(
                item.entry.Title, item.entry.Link, item.entry.PublishedAt ?? item.entry.UpdatedAt, Takes(item.found, origin.Pages), item.found is not null && seen.Contains(item.found.Key)))],
        };
    }

    private static string Takes(FoundEntry? entry, string pages) => entry switch
    {
        null => "nothing",
        _ when entry.CarriesText(pages, EntryIntake.FullText) => "text",
        { Url: not null } when pages != PageFetching.Never => "page",
        _ => "nothing",
    };

    private static IReadOnlyDictionary<string, string> Headers(SourceSettings settings)
    {
        var source = new Source { Id = Guid.Empty, Url = "", Pages = "", CreatedAt = default, NextPollReason = "", LastStatus = "" };
        settings.ApplyTo(source);
        return SourceHeaders.Of(source);
    }
}
