using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Dateline.Hosting.Access;

/// <summary>The API keys in PostgreSQL.</summary>
public sealed class PostgresAccessDb(DbContextOptions<PostgresAccessDb> options) : AccessDb(options)
{
    /// <summary>Lets <c>dotnet ef</c> write migrations.</summary>
    public sealed class DesignTime : IDesignTimeDbContextFactory<PostgresAccessDb>
    {
        public PostgresAccessDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<PostgresAccessDb>();
            DatabaseRegistration.UsePostgres(options, DatabaseRegistration.PostgresConnection("Host=design", Schema));
            return new PostgresAccessDb(options.Options);
        }
    }
}
