using Microsoft.EntityFrameworkCore;

namespace Dateline.Hosting.Access;

/// <summary>The API keys. Every service that answers REST reads them.</summary>
public abstract class AccessDb(DbContextOptions options) : DbContext(options)
{
    public const string Schema = "access";

    public DbSet<ApiKey> Keys => Set<ApiKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var key = modelBuilder.Entity<ApiKey>();
        key.ToTable("keys");
        key.HasIndex(row => row.Hash).IsUnique();
    }
}
