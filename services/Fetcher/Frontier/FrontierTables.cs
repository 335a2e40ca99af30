using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Frontier;

/// <summary>The frontier's tables and the indexes that its questions need.</summary>
internal static class FrontierTables
{
    public static void AddFrontier(this ModelBuilder model)
    {
        var target = model.Entity<Target>();
        target.ToTable("targets");
        target.HasIndex(row => row.Key).IsUnique();
        target.Ignore(row => row.Address);
        target.HasIndex(row => row.Url);
        target.HasIndex(row => new { row.Host, row.NextAt }).HasFilter("status = 'waiting'");
        target.HasIndex(row => new { row.SourceId, row.Status });
        target.HasIndex(row => new { row.Via, row.Id });
        target.HasIndex(row => new { row.Host, row.Status });

        var host = model.Entity<HostSlot>();
        host.ToTable("hosts");
        host.HasKey(row => row.Name);
        host.HasIndex(row => row.NextAt);
        host.Ignore(row => row.CrawlDelay);
    }
}
