using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Sources;

public sealed class SqliteSourceTests : SourceSuite, IDisposable
{
    private readonly ScratchFolder _folder = new("sources");

    protected override Task<Dictionary<string, string?>> SettingsAsync() =>
        Task.FromResult(new Dictionary<string, string?> { ["DataFolder"] = _folder.Path });

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
