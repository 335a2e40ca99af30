using System.Text.Json;
using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Search;

/// <summary>Reads one article with all that belongs to it.</summary>
public sealed class ArticleReader(Database<ArchiveDb> database)
{
    private const int MostRelated = 100;

    public Task<ArticleView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync<ArticleView?>(async (db, token) =>
        {
            var row = await db.Articles.SingleOrDefaultAsync(article => article.Id == id, token);
            if (row is null)
                return null;

            var documents = await db.Arrivals.Where(arrival => arrival.ArticleId == id)
                .OrderByDescending(arrival => arrival.StoredAt).Take(MostRelated).ToListAsync(token);
            return View(row, documents, await CopiesAsync(db, row, token));
        }, cancellationToken);

    private static Task<List<ArticleCopy>> CopiesAsync(ArchiveDb db, ArticleRow row, CancellationToken cancellationToken)
    {
        var first = row.DuplicateOf ?? row.Id;
        return db.Articles
            .Where(other => other.Id != row.Id && (other.Id == first || other.DuplicateOf == first))
            .OrderBy(other => other.Seq).Take(MostRelated)
            .Select(other => new ArticleCopy
            {
                Id = other.Id,
                Title = other.Title,
                Url = other.Url,
                SourceTitle = other.SourceTitle,
                FirstStoredAt = other.FirstStoredAt,
                Reason = other.DuplicateReason,
            })
            .ToListAsync(cancellationToken);
    }

    private static ArticleView View(ArticleRow row, List<ArrivalRow> documents, List<ArticleCopy> copies)
    {
        var details = JsonSerializer.Deserialize<ArticleDetails>(row.Details, ArchiveJson.Options)!;
        var enrichment = JsonSerializer.Deserialize<Enrichment>(row.Enrichment, ArchiveJson.Options)!;
        return new ArticleView
        {
            Id = row.Id,
            Title = row.Title,
            TitleDerived = row.TitleDerived,
            Url = row.Url,
            CanonicalUrl = row.CanonicalUrl,
            SiteName = row.SiteName,
            SourceId = row.SourceId,
            SourceTitle = row.SourceTitle,
            Language = row.Language,
            Authors = row.Authors,
            OrganisationAuthors = details.OrganisationAuthors,
            Section = details.Section,
            Tags = row.Tags,
            Image = row.Image,
            PublishedAt = row.PublishedAt,
            PublishedPrecision = row.PublishedPrecision,
            ModifiedAt = row.ModifiedAt,
            Dates = details.DateCandidates,
            Dateline = details.Dateline,
            Text = row.Text,
            Blocks = BlockLayout.Read(row.Text, row.Layout),
            Summary = row.Summary,
            Entities = enrichment.Entities,
            Places = enrichment.Places,
            Keywords = enrichment.Keywords,
            Topics = enrichment.Topics,
            Quotes = enrichment.Quotes,
            Sentiment = enrichment.Sentiment,
            Reading = enrichment.Reading,
            Fingerprint = row.Fingerprint,
            DeclaredLanguage = details.DeclaredLanguage,
            Terms = details.Terms,
            FieldConfidence = details.FieldConfidence,
            Confidence = details.Confidence,
            Warnings = details.Warnings,
            ParserVersion = row.ParserVersion,
            EnricherVersion = row.EnricherVersion,
            IdentityKey = row.IdentityKey,
            Revision = row.Revision,
            FirstStoredAt = row.FirstStoredAt,
            StoredAt = row.StoredAt,
            DocumentId = row.DocumentId,
            FetchedAt = row.FetchedAt,
            TraceId = row.TraceId,
            Documents = [.. documents.Select(Document)],
            DuplicateOf = row.DuplicateOf,
            DuplicateReason = row.DuplicateReason,
            StoryId = row.StoryId,
            Copies = copies,
        };
    }

    private static ArrivedDocument Document(ArrivalRow row) => new()
    {
        DocumentId = row.DocumentId,
        Run = row.Run,
        Outcome = row.Outcome,
        Revision = row.Revision,
        Reason = row.Reason,
        Url = row.Url,
        SourceId = row.SourceId,
        FetchedAt = row.FetchedAt,
        StoredAt = row.StoredAt,
        TraceId = row.TraceId,
    };
}
