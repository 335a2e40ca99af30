using System.Text.Json;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Files;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Http;
using Dateline.Fetcher.Inbox;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Sources;
using Dateline.Fetcher.Tests.Ledger;
using Dateline.Persistence;
using Dateline.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Tests.Inbox;

/// <summary>An inbox on disk over a real ledger; it is looked at when the test says so, long after everything in it was written.</summary>
internal sealed class Box : IAsyncDisposable
{
    private readonly ScratchFolder _folder;
    private readonly GuardedClient _client;

    private Box(ScratchFolder folder, Desk desk)
    {
        _folder = folder;
        Desk = desk;
        desk.Time.SetUtcNow(new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        _client = new GuardedClient(new FetcherHttpOptions(), desk.Time);
        Directory.CreateDirectory(Root);
    }

    public Desk Desk { get; }

    public string Root => _folder.Combine("inbox");

    public static async Task<Box> OpenAsync()
    {
        var folder = new ScratchFolder("inbox");
        return new Box(folder, await Desk.OpenAsync(new Dictionary<string, string?> { ["DataFolder"] = folder.Path }));
    }

    /// <summary>Another one is another fetcher on the same folder.</summary>
    public InboxWatcher Watcher(InboxOptions? options = null)
    {
        var admission = new Admission(Desk.Database, Options.Create(new LedgerOptions()), Desk.Time, NullLogger<Admission>.Instance);
        var signal = new FrontierSignal();
        var feeds = new FeedIntake(new EntryIntake(Desk.Database, Desk.Intake, signal, Desk.Time), new SourceRegistry(Desk.Database, signal, Desk.Time), _client, Desk.Database);
        return new InboxWatcher(
            new FileSplitter(new UnpackingOptions()), new FileIntake(Desk.Intake, new FeedReader(new FeedOptions()), feeds), admission,
            new DatabaseOptions { DataFolder = _folder.Path }, Options.Create(options ?? new InboxOptions()), Desk.Time, NullLogger<InboxWatcher>.Instance);
    }

    public Task<int> LookAsync(InboxOptions? options = null) => Watcher(options).LookAsync(CancellationToken.None);

    public string Drop(string name, byte[] bytes)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Drop(string name, string text) => Drop(name, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Everything below the inbox, by its relative path.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal);

    public IReadOnlyList<(string Name, string Status)> Receipt(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, $"{path}.receipt.json")));
        return [.. json.RootElement.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("name").GetString()!, item.GetProperty("status").GetString()!))];
    }

    public string Problem(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, $"{path}.receipt.json")));
        return json.RootElement.GetProperty("items")[0].GetProperty("problem").GetString()!;
    }

    public async Task<long> AcceptedAsync() => (await Desk.Queries.PipelineAsync(CancellationToken.None)).Accepted;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Desk.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
