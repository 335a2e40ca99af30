using Dateline.Persistence;
using Dateline.Storage;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dateline.Host.Grouping;

/// <summary>An archive like the real one, in a folder that goes away with it.</summary>
internal sealed class ScratchArchive : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dateline-group-");
    private readonly IHost host;

    private ScratchArchive()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration["DataFolder"] = folder.FullName;
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None)); // only answers go to standard output
        builder.AddStorage();
        host = builder.Build();
    }

    public static async Task<ScratchArchive> CreateAsync(CancellationToken cancellationToken)
    {
        var archive = new ScratchArchive();
        await archive.host.Services.GetServices<IHostedService>().OfType<DatabaseMigration<ArchiveDb>>().Single().MigrateAsync(cancellationToken);
        return archive;
    }

    public ArchiveWriter Writer => host.Services.GetRequiredService<ArchiveWriter>();

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
