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
    public DbSet<ShingleRow> Shingles => Set<ShingleRow>();

    public DbSet<StoryRow> Stories => Set<StoryRow>();

    public DbSet<StoryTermRow> StoryTerms => Set<StoryTermRow>();

    public DbSet<TombstoneRow> Tombstones => Set<TombstoneRow>();

    public DbSet<RemovalRow> Removals => Set<RemovalRow>();

    public DbSet<RemovalNoticeRow> RemovalNotices => Set<RemovalNoticeRow>();

    public DbSet<RetentionRow> Retention => Set<RetentionRow>();

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
        article.HasIndex(row => row.StoryId);
        article.Ignore(row => row.Terms);
        AsJson(article.Property(row => row.Authors));
        AsJson(article.Property(row => row.Tags));

        var revision = modelBuilder.Entity<RevisionRow>();
        revision.ToTable("revisions");
        revision.HasKey(row => new { row.ArticleId, row.Number });
        AsJson(revision.Property(row => row.Authors));
        AsJson(revision.Property(row => row.Changed));
        AsJson(revision.Property(row => row.Flags)).HasDefaultValueSql("'[]'");

        var confirmation = modelBuilder.Entity<ConfirmationRow>();
        confirmation.ToTable("confirmations");
        confirmation.HasKey(row => row.ArticleId);

        var arrival = modelBuilder.Entity<ArrivalRow>();
        arrival.ToTable("arrivals");
        arrival.HasKey(row => new { row.DocumentId, row.Run });
        arrival.HasIndex(row => row.ArticleId);

        modelBuilder.AddDelivery();
        var shingle = modelBuilder.Entity<ShingleRow>();
        shingle.ToTable("shingles");
        shingle.HasKey(row => new { row.Hash, row.ArticleId });

        var story = modelBuilder.Entity<StoryRow>();
        story.ToTable("stories");
        story.HasKey(row => row.Id);
        story.Property(row => row.Id).ValueGeneratedNever();
        story.HasIndex(row => new { row.LastSeen, row.Id });

        var term = modelBuilder.Entity<StoryTermRow>();
        term.ToTable("story_terms");
        term.HasKey(row => new { row.Term, row.StoryId });
        term.HasIndex(row => new { row.Term, row.LastSeen });

        var tombstone = modelBuilder.Entity<TombstoneRow>();
        tombstone.ToTable("tombstones");
        tombstone.HasKey(row => row.ArticleId);
        tombstone.Property(row => row.ArticleId).ValueGeneratedNever();
        tombstone.HasIndex(row => row.Change);

        var removal = modelBuilder.Entity<RemovalRow>();
        removal.ToTable("removals");
        removal.HasKey(row => row.Id);
        removal.Property(row => row.Id).ValueGeneratedNever();

        var notice = modelBuilder.Entity<RemovalNoticeRow>();
        notice.ToTable("removal_notices");
        notice.HasKey(row => row.DocumentId);
        notice.Property(row => row.DocumentId).ValueGeneratedNever();

        var retention = modelBuilder.Entity<RetentionRow>();
        retention.ToTable("retention");
        retention.HasKey(row => row.Id);
        retention.Property(row => row.Id).ValueGeneratedNever();
    }

    private static PropertyBuilder<IReadOnlyList<string>> AsJson(PropertyBuilder<IReadOnlyList<string>> property) => property.HasConversion(
        list => StringList.Write(list),
        json => StringList.Read(json),
        new ValueComparer<IReadOnlyList<string>>(
            (left, right) => left!.SequenceEqual(right!),
            list => list.Count,
            list => list));
}
