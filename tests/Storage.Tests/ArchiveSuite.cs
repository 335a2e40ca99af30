using Dateline.Persistence;
using Dateline.Testing;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Dateline.Storage.Tests;

/// <summary>Requirements that hold on both databases: each suite runs once on each, every test on an empty archive.</summary>
public abstract class ArchiveSuite(DatabaseKind kind, PostgresFixture postgres) : IAsyncLifetime
{
    private protected Archive Archive { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Archive = await Archive.CreateAsync(kind, postgres);

    public ValueTask DisposeAsync() => Archive.DisposeAsync();
}
