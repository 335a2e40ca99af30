using Dateline.Hosting;
using Dateline.Persistence;
using Dateline.Storage;
using Dateline.Storage.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dateline.Benchmarks.Archives;

/// <summary>The archive's module alone, on a database that stays, answering over REST.</summary>
internal sealed class RunningArchive : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningArchive(string? postgres, string folder)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Error);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DataFolder"] = folder,
            ["ConnectionStrings:Postgres"] = postgres,
        });
        builder.AddServiceDefaults("dateline-storage");
        builder.AddStorage();
        app = builder.Build();
        app.UseRouting();
        app.UseServiceDefaults();
        app.MapStorage();
    }

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromMinutes(5) };

    public Database<ArchiveDb> Database => Get<Database<ArchiveDb>>();

    /// <param name="postgres">Null for SQLite.</param>
    /// <param name="folder">Of the SQLite file.</param>
    public static async Task<RunningArchive> StartAsync(string? postgres, string folder)
    {
        var archive = new RunningArchive(postgres, folder);
        await archive.app.StartAsync();
        archive.Http.BaseAddress = new Uri(archive.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return archive;
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
