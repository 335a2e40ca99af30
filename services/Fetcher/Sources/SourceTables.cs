using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Sources;

/// <summary>The sources' table.</summary>
internal static class SourceTables
{
    public static void AddSources(this ModelBuilder model)
    {
        var source = model.Entity<Source>();
        source.ToTable("sources");
        source.HasIndex(row => row.Url).IsUnique();
    }
}
