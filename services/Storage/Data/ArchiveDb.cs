using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.Storage.Data;

/// <summary>The archive: articles, their revisions, and what became of every document that arrived.</summary>
public abstract class ArchiveDb(DbContextOptions options) : DbContext(options)
{
    public const string Schema = "archive";

    public DbSet<ArticleRow> Articles => Set<ArticleRow>();

    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();

    public DbSet<ConfirmationRow> Confirmations => Set<ConfirmationRow>();

    public DbSet<ArrivalRow> Arrivals => Set<ArrivalRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    public DbSet<SavedSearchRow> SavedSearches => Set<SavedSearchRow>();

    public DbSet<WebhookRow> Webhooks => Set<WebhookRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<RuleRow> Rules => Set<RuleRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var article = modelBuilder.Entity<ArticleRow>();
        article.ToTable("articles");
        article.HasKey(row => row.Seq);
        article.HasIndex(row => row.Id).IsUnique();
        article.HasIndex(row => row.Change);
        article.HasIndex(row => new { row.SortAt, row.Seq }).IsDescending();
        article.HasIndex(row => new { row.SourceId, row.SortAt });
        article.HasIndex(row => row.CopyKey);
        article.HasIndex(row => row.DuplicateOf);
        article.Ignore(row => row.Terms);
        AsJson(article.Property(row => row.Authors));
        AsJson(article.Property(row => row.Tags));

        var revision = modelBuilder.Entity<RevisionRow>();
        revision.ToTable("revisions");
        revision.HasKey(row => new { row.ArticleId, row.Number });
        AsJson(revision.Property(row => row.Authors));
        AsJson(revision.Property(row => row.Changed));

        var confirmation = modelBuilder.Entity<ConfirmationRow>();
        confirmation.ToTable("confirmations");
        confirmation.HasKey(row => row.ArticleId);

        var arrival = modelBuilder.Entity<ArrivalRow>();
        arrival.ToTable("arrivals");
        arrival.HasKey(row => new { row.DocumentId, row.Run });
        arrival.HasIndex(row => row.ArticleId);

        modelBuilder.AddDelivery();
    }

    private static void AsJson(PropertyBuilder<IReadOnlyList<string>> property) => property.HasConversion(
        list => StringList.Write(list),
        json => StringList.Read(json),
        new ValueComparer<IReadOnlyList<string>>(
            (left, right) => left!.SequenceEqual(right!),
            list => list.Count,
            list => list));
}
