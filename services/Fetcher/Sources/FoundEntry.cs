using System.Net;
using System.Text;
using Dateline.Contracts;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Ledger;

namespace Dateline.Fetcher.Sources;

/// <summary>An entry of a feed on its way in.</summary>
internal sealed record FoundEntry(string Key, Uri? Url, FeedHints Hints, string? Html)
{
    /// <summary>When the feed says that it last changed.</summary>
    public DateTimeOffset? UpdatedAt => Hints.UpdatedAt ?? Hints.PublishedAt;

    /// <summary>Null for an entry with neither address nor text.</summary>
    public static FoundEntry? From(FeedEntry entry, Feed feed, EntryOrigin origin)
    {
        var url = TargetKey.Parse(entry.Link);
        var html = entry.ContentHtml ?? entry.Summary;
        var id = entry.Id ?? entry.Link ?? entry.Title;
        if (id is null || (url is null && html is null))
            return null;

        var key = url is not null ? TargetKey.Of(url) : TargetKey.OfEntry(origin.SourceId ?? origin.Via ?? Guid.Empty, id);
        return new FoundEntry(key, url, new FeedHints
        {
            Title = entry.Title,
            Authors = [.. entry.Authors.Select(person => person.Name)],
            PublishedAt = entry.PublishedAt,
            UpdatedAt = entry.UpdatedAt,
            Summary = entry.Summary,
            Categories = [.. entry.Categories.Select(category => category.Label ?? category.Name)],
            Language = entry.Language ?? feed.Language,
        }, html);
    }

    public bool ChangedAfter(DateTime? known) => UpdatedAt?.UtcDateTime is { } now && (known is null || now > known);

    /// <summary>Whether the feed's own text is taken instead of the page.</summary>
    public bool CarriesText(string pages, int fullText) => pages switch
    {
        PageFetching.Always => Url is null && Html is not null,
        PageFetching.Never => Html is not null,
        _ => Html is not null && (Url is null || Html.Length >= fullText),
    };

    public IncomingDocument ToDocument(EntryOrigin origin) => new()
    {
        Bytes = Encoding.UTF8.GetBytes(Page()),
        MediaType = "text/html",
        Charset = "utf-8",
        Url = Url?.OriginalString,
        SourceId = origin.SourceId,
        SourceTitle = origin.Title,
        Feed = Hints,
    };

    public Target ToTarget(EntryOrigin origin, DateTimeOffset now, string? cause) => new()
    {
        Id = Guid.CreateVersion7(now),
        Key = Key,
        Url = Url?.OriginalString ?? Key,
        Host = Url is null ? "" : TargetKey.HostOf(Url),
        Kind = Url is null ? TargetKind.Entry : TargetKind.Page,
        Status = TargetStatus.Unfetched, // until it is decided otherwise in the same transaction
        Reason = "off",
        Detail = "The source's pages are not fetched, and its feed carries no text.",
        SeenAt = now.UtcDateTime,
        SourceId = origin.SourceId,
        SourceTitle = origin.Title,
        Via = origin.Via,
        FeedHints = LedgerJson.Write(Hints),
        EntryUpdatedAt = UpdatedAt?.UtcDateTime,
        Cause = cause,
    };

    /// <summary>The entry's text as the page that the parser expects.</summary>
    private string Page() =>
        $"""
        <!doctype html>
        <html{(Hints.Language is null ? "" : $" lang=\"{WebUtility.HtmlEncode(Hints.Language)}\"")}><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(Hints.Title)}</title></head>
        <body><article><h1>{WebUtility.HtmlEncode(Hints.Title)}</h1>{Html}</article></body></html>
        """;
}
