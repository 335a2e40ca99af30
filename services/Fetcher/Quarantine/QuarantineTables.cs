using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Quarantine;

/// <summary>The quarantine's table.</summary>
internal static class QuarantineTables
{
    public static void AddQuarantine(this ModelBuilder model)
    {
        var group = model.Entity<FaultGroup>();
        group.ToTable("fault_groups");
        group.HasKey(row => row.Fingerprint);
    }
}
