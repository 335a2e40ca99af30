using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Ledger;

/// <summary>The ledger's tables and the indexes that its questions need.</summary>
internal static class LedgerTables
{
    public static void AddLedger(this ModelBuilder model)
    {
        var entry = model.Entity<LedgerEntry>();
        entry.ToTable("documents");
        entry.HasIndex(row => row.DueAt).HasFilter("fate IS NULL");
        entry.HasIndex(row => row.AcceptedAt).HasFilter("fate IS NULL").HasDatabaseName("ix_documents_in_flight");
        entry.HasIndex(row => new { row.Fate, row.Id });
        entry.HasIndex(row => new { row.SourceId, row.Id });
        entry.HasIndex(row => row.SettledAt);
        entry.HasIndex(row => row.Url);
        entry.HasIndex(row => row.FinalUrl);
        entry.HasIndex(row => row.FaultGroup).HasFilter("fate = 'quarantined'");

        var tally = model.Entity<Tally>();
        tally.ToTable("tallies");
        tally.HasKey(row => row.Name);
        tally.HasData(Fate.All.Prepend(Tally.Accepted).Select(name => new Tally { Name = name }));

        var once = model.Entity<AcceptedOnce>();
        once.ToTable("accepted_once");
        once.HasKey(row => row.Key);
    }
}
