using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Dateline.Fetcher.Data;

/// <summary>The fetcher's data in PostgreSQL.</summary>
public sealed class PostgresIntakeDb(DbContextOptions<PostgresIntakeDb> options) : IntakeDb(options)
{
    /// <summary>Lets <c>dotnet ef</c> write migrations.</summary>
    public sealed class DesignTime : IDesignTimeDbContextFactory<PostgresIntakeDb>
    {
        public PostgresIntakeDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<PostgresIntakeDb>();
            DatabaseRegistration.UsePostgres(options, DatabaseRegistration.PostgresConnection("Host=design", Schema));
            return new PostgresIntakeDb(options.Options);
        }
    }
}
