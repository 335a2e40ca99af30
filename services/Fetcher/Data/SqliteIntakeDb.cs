using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Dateline.Fetcher.Data;

/// <summary>The fetcher's data in a SQLite file.</summary>
public sealed class SqliteIntakeDb(DbContextOptions<SqliteIntakeDb> options) : IntakeDb(options)
{
    /// <summary>Lets <c>dotnet ef</c> write migrations.</summary>
    public sealed class DesignTime : IDesignTimeDbContextFactory<SqliteIntakeDb>
    {
        public SqliteIntakeDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<SqliteIntakeDb>();
            DatabaseRegistration.UseSqlite(options, "Data Source=design.db");
            return new SqliteIntakeDb(options.Options);
        }
    }
}
