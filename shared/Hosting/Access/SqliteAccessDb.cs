using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Dateline.Hosting.Access;

/// <summary>The API keys in a SQLite file.</summary>
public sealed class SqliteAccessDb(DbContextOptions<SqliteAccessDb> options) : AccessDb(options)
{
    /// <summary>Lets <c>dotnet ef</c> write migrations.</summary>
    public sealed class DesignTime : IDesignTimeDbContextFactory<SqliteAccessDb>
    {
        public SqliteAccessDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<SqliteAccessDb>();
            DatabaseRegistration.UseSqlite(options, "Data Source=design.db");
            return new SqliteAccessDb(options.Options);
        }
    }
}
