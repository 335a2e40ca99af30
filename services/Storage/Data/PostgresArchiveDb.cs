using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using NpgsqlTypes;

namespace Dateline.Storage.Data;

/// <summary>The archive in PostgreSQL, with its full text in a tsvector.</summary>
public sealed class PostgresArchiveDb(DbContextOptions<PostgresArchiveDb> options) : ArchiveDb(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasSequence<long>("changes");
        var article = modelBuilder.Entity<ArticleRow>();
        article.Property(row => row.Change).HasDefaultValueSql("nextval('changes')");
        modelBuilder.Entity<TombstoneRow>().Property(row => row.Change).HasDefaultValueSql("nextval('changes')");
        article.Property<NpgsqlTsVector>("Search");
        article.HasIndex("Search").HasMethod("gin");

        // Together with it: words of a month or of a language, without reading what has only the words.
        article.HasIndex(row => row.PublishedAt);
        article.HasIndex(row => row.Language);
    }

    /// <summary>Lets <c>dotnet ef</c> write migrations.</summary>
    public sealed class DesignTime : IDesignTimeDbContextFactory<PostgresArchiveDb>
    {
        public PostgresArchiveDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<PostgresArchiveDb>();
            DatabaseRegistration.UsePostgres(options, DatabaseRegistration.PostgresConnection("Host=design", Schema));
            return new PostgresArchiveDb(options.Options);
        }
    }
}
