using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dateline.Contracts;
using Dateline.Query.Matching;
using Dateline.Storage.Data;
using Dateline.Storage.Duplicates;
using Dateline.Storage.Stories;

namespace Dateline.Storage.Articles;

/// <summary>An enriched article made ready for the archive: identity, hashes and index terms, before any database is asked.</summary>
public sealed class IncomingArticle
{
    /// <summary>A date further ahead than clocks and time zones explain is no reason to stand on top for years.</summary>
    private static readonly TimeSpan BelievableLead = TimeSpan.FromDays(2);

    private readonly SearchableArticle searchable;

    private IncomingArticle(ArticleEnriched message, ArticleRow row, SearchableArticle searchable)
    {
        Message = message;
        Row = row;
        this.searchable = searchable;
    }

    public ArticleEnriched Message { get; }

    /// <summary>As it would be stored as a new article, but for what the full-text index gets.</summary>
    internal ArticleRow Row { get; }

    /// <summary>Taken when they are needed: most of what is polled again changed nothing.</summary>
    internal TextShingles Shingles => field ??= TextShingles.Of(Row.Text);

    private IndexText Terms => field ??= IndexText.Of(searchable);

    /// <summary>Newer documents win: by the time of fetching, then of accepting, then by the run.</summary>
    internal (DateTime, Guid, int) Order => (Row.FetchedAt, Row.DocumentId, Row.DocumentRun);

    public static IncomingArticle From(ArticleEnriched message, string? traceId, DateTimeOffset now)
    {
        var (document, article, enrichment) = (message.Document, message.Article, message.Enrichment);
        var blocks = article.Blocks.Select(block => block with { Text = CleanText.Of(block.Text) }).ToList();
        var text = string.Join("\n\n", blocks.Select(block => block.Text));
        var fingerprint = CleanText.Of(enrichment.Fingerprints.Exact);
        var key = CleanText.Of(IdentityKey.Of(document, article, fingerprint));
        var published = Moment.Of(article.Published?.Value);
        var stored = Moment.Of(now);
        var details = JsonSerializer.Serialize(ArticleDetails.Of(message), ArchiveJson.Options);
        var searchable = Searchable.Of(message, text, stored);

        var row = new ArticleRow
        {
            Id = IdentityKey.ToId(key),
            IdentityKey = key,
            Url = CleanText.OrNull(document.FinalUrl ?? document.Url),
            CanonicalUrl = CleanText.OrNull(article.CanonicalUrl),
            Host = searchable.Host,
            Title = CleanText.OrNull(article.Title),
            TitleDerived = article.TitleDerived,
            Authors = [.. article.Authors.Select(CleanText.Of)],
            Tags = [.. article.Tags.Select(CleanText.Of)],
            PublishedAt = published,
            PublishedPrecision = article.Published is { } date ? WireEnumConverter<DatePrecision>.Name(date.Precision) : null,
            ModifiedAt = Moment.Of(article.Modified?.Value),
            SortAt = published is { } believable && believable < Moment.Of(document.FetchedAt) + BelievableLead ? believable : stored,
            Language = searchable.Language,
            SiteName = CleanText.OrNull(article.SiteName),
            SourceId = document.SourceId,
            SourceTitle = CleanText.OrNull(document.SourceTitle),
            Text = text,
            Layout = BlockLayout.Write(blocks),
            Details = details,
            Summary = CleanText.OrNull(enrichment.Summary),
            Enrichment = JsonSerializer.Serialize(enrichment with { Summary = null, Fingerprints = new Fingerprints { Exact = "" } }, ArchiveJson.Options),
            Image = CleanText.OrNull(article.Image),
            Fingerprint = fingerprint,
            CopyKey = CopyKey.Of(text, fingerprint),
            MinHash = MemoryMarshal.AsBytes(enrichment.Fingerprints.MinHash.ToArray().AsSpan()).ToArray(),
            WordCount = enrichment.Reading.Words,
            ContentHash = "",
            StateHash = "",
            DocumentId = document.Id,
            DocumentRun = document.Run,
            FetchedAt = Moment.Of(document.FetchedAt),
            FirstStoredAt = stored,
            StoredAt = stored,
            TraceId = traceId,
            ParserVersion = CleanText.Of(article.ParserVersion),
            EnricherVersion = CleanText.Of(enrichment.EnricherVersion),
            Gist = TermWeights.Of(enrichment.Fingerprints.Gist).Write(),
        };
        row.ContentHash = Hash(row.Title, row.Text, StringList.Write(row.Authors), row.PublishedAt?.ToString("O"), row.PublishedPrecision);
        row.StateHash = Hash(
            row.ContentHash, row.CanonicalUrl, StringList.Write(row.Tags), row.ModifiedAt?.ToString("O"), row.Language, row.SiteName, row.SourceTitle,
            row.Layout, row.Details, row.Summary, row.Enrichment, row.Image, row.Fingerprint, row.ParserVersion, row.EnricherVersion);
        return new IncomingArticle(message, row, searchable);
    }

    /// <summary>Does ahead what takes time, so that the articles of a batch can do it side by side.</summary>
    internal void Prepare() => _ = (Shingles, Terms);

    internal ArticleRow NewRow()
    {
        var row = Row.Copy();
        row.Terms = Terms;
        return row;
    }

    private static string Hash(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? "\u0001"));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
