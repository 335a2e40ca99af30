using Dateline.Host.Commands;
using Dateline.Messaging;
using Dateline.Persistence;

namespace Dateline.Host.Serving;

/// <summary>A running process of the line, with the data folder held for it where it needs to be alone.</summary>
public sealed class LineServer : IAsyncDisposable
{
    private readonly DataFolder? folder;

    private LineServer(WebApplication app, DataFolder? folder)
    {
        App = app;
        this.folder = folder;
    }

    public WebApplication App { get; }

    /// <summary>Where it answers.</summary>
    public Uri Address => new(App.Urls.First().Replace("0.0.0.0", "localhost").Replace("[::]", "localhost"));

    public static async Task<LineServer> StartAsync(Roles roles, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var app = LineApplication.Build(roles, settings);
        var folder = (DataFolder?)null;
        try
        {
            folder = Hold(app, roles);
            await app.StartAsync(cancellationToken);
            var server = new LineServer(app, folder);
            folder?.Announce(server.Address);
            return server;
        }
        catch
        {
            await app.DisposeAsync();
            folder?.Dispose();
            throw;
        }
    }

    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => App.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        folder?.Dispose();
    }

    /// <summary>With messages in memory a second fetcher on the same files would send everything a second time.</summary>
    private static DataFolder? Hold(WebApplication app, Roles roles)
    {
        var data = app.Services.GetRequiredService<DatabaseOptions>();
        if (data.Kind != DatabaseKind.Sqlite || !app.Services.GetRequiredService<LineTransport>().InMemory || !roles.Has(Role.Fetcher))
            return null;

        return DataFolder.TryHold(data.DataFolder) ?? throw new UserException(
            $"Another Dateline works in {data.DataFolder} ({DataFolder.AddressOfHolder(data.DataFolder)?.ToString() ?? "it is starting"}). Use that one, or choose another folder with --data.");
    }
}
