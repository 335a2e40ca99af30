using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Storage.Tests;

/// <summary>Requirements of the REST API that hold on both databases.</summary>
public abstract class ApiSuite(DatabaseKind kind, PostgresFixture postgres) : IAsyncLifetime
{
    private protected ArchiveApi Api { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Api = await ArchiveApi.StartAsync(kind, postgres, Settings);

    protected virtual IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>();

    public ValueTask DisposeAsync() => Api.DisposeAsync();
}
