using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Dateline.Storage.Data;

/// <summary>The archive in a SQLite file, with its full text in an FTS5 table that the first migration makes.</summary>
public sealed class SqliteArchiveDb(DbContextOptions<SqliteArchiveDb> options) : ArchiveDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcTimes>();

    /// <summary>Lets <c>dotnet ef</c> write migrations.</summary>
    public sealed class DesignTime : IDesignTimeDbContextFactory<SqliteArchiveDb>
    {
        public SqliteArchiveDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<SqliteArchiveDb>();
            DatabaseRegistration.UseSqlite(options, "Data Source=design.db");
            return new SqliteArchiveDb(options.Options);
        }
    }
}
