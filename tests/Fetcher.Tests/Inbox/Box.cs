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

    /// <summary>A folder outside of the inbox with one file in it.</summary>
    public string Elsewhere(string name, string text)
    {
        var folder = Directory.CreateDirectory(_folder.Combine("elsewhere"));
        File.WriteAllText(Path.Combine(folder.FullName, name), text);
        return folder.FullName;
    }

    public string Drop(string name, string text) => Drop(name, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Looks at the receipts whose documents were on their way; answers how many are finished now.</summary>
    public Task<int> SettleReceiptsAsync() => new ReceiptSettler(
        Desk.Queries, new DatabaseOptions { DataFolder = _folder.Path }, Options.Create(new InboxOptions()), Desk.Time, NullLogger<ReceiptSettler>.Instance).LookAsync(CancellationToken.None);

    /// <summary>Everything below the inbox, by its relative path, but for our own notes.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Root, path))
        .Where(path => !path.StartsWith(".unsettled/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The receipts that are not finished.</summary>
    public int OpenReceipts => Path.Combine(Root, ".unsettled") is var marks && Directory.Exists(marks) ? Directory.EnumerateFiles(marks).Count() : 0;

    /// <summary>How the documents of a receipt ended, as far as it says so.</summary>
    public IReadOnlyList<(string Name, string? Fate, string? Reason)> Fates(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, $"{path}.receipt.json")));
        return [.. json.RootElement.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("name").GetString()!, Text(item, "fate"), Text(item, "reason")))];

        static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    /// <summary>Lets the documents of a receipt end, in its order; null leaves one on its way.</summary>
    public async Task SettleAsync(string path, params string?[] fates)
    {
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Root, $"{path}.receipt.json")));
        foreach (var (item, fate) in json.RootElement.GetProperty("items").EnumerateArray().Zip(fates))
        {
            if (fate is not null)
                await Desk.SettleAsync(item.GetProperty("documentId").GetGuid(), fate);
        }
    }

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
