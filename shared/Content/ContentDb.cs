using Microsoft.EntityFrameworkCore;

namespace Dateline.Content;

/// <summary>Read access to raw content for stages that hold a key. It has no migrations: the fetcher owns the table.</summary>
public sealed class ContentDb(DbContextOptions<ContentDb> options) : DbContext(options)
{
    public DbSet<RawContent> Contents => Set<RawContent>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddRawContent();
}
