using Dateline.Content;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Quarantine;
using Dateline.Fetcher.Sources;
using Dateline.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Fetcher.Data;

/// <summary>What the fetcher owns: the ledger, raw content, the quarantine, sources and the frontier.</summary>
public abstract class IntakeDb(DbContextOptions options) : DbContext(options)
{
    public const string Schema = ContentTable.Schema;

    public DbSet<LedgerEntry> Documents => Set<LedgerEntry>();

    public DbSet<RawContent> Contents => Set<RawContent>();

    public DbSet<Tally> Tallies => Set<Tally>();

    public DbSet<AcceptedOnce> Once => Set<AcceptedOnce>();

    public DbSet<Target> Targets => Set<Target>();

    public DbSet<HostSlot> Hosts => Set<HostSlot>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<FaultGroup> FaultGroups => Set<FaultGroup>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseUtcTimes();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddRawContent();
        modelBuilder.AddLedger();
        modelBuilder.AddQuarantine();
        modelBuilder.AddFrontier();
        modelBuilder.AddSources();
    }
}
