using System.Net;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Http;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Sources;
using Dateline.Fetcher.Tests.Ledger;
using Dateline.Persistence;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Fetcher.Tests.Sources;

/// <summary>One replica's sources over a real database and a simulated web, with a clock that the test moves and nothing running by itself.</summary>
public sealed class SourceDesk : IAsyncDisposable
{
    private readonly Desk _desk;
    private readonly GuardedClient _client;

    private SourceDesk(Desk desk, SimulatedWeb web, string[] hosts, SourceOptions options)
    {
        _desk = desk;
        Web = web;
        var politeness = Options.Create(new PolitenessOptions { DelayPerHost = TimeSpan.Zero });
        var settings = Options.Create(options);
        var signal = new FrontierSignal();
        var feeds = new FeedReader(new FeedOptions());
        _client = new GuardedClient(
            new FetcherHttpOptions { Pins = hosts.ToDictionary(host => host, _ => $"127.0.0.1:{web.Port}") }, desk.Time,
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        Frontier = new FrontierQueue(desk.Database, signal, politeness, Options.Create(new FetcherHttpOptions()), desk.Time);
        Registry = new SourceRegistry(desk.Database, signal, desk.Time);
        Queries = new SourceQueries(desk.Database, desk.Time);
        Entries = new EntryIntake(desk.Database, desk.Intake, signal, desk.Time);
        Delivery = new HubDelivery(feeds, Entries, desk.Database, signal, desk.Time);
        var http = Options.Create(new FetcherHttpOptions());
        var prompt = new PromptFetch(_client, new HostTurns(desk.Database, politeness, desk.Time), http, desk.Time);
        Poll = new SourcePoll(
            _client, feeds, Entries, new PollRecord(settings, politeness, desk.Time), new SourceDetour(desk.Database, politeness, http, desk.Time),
            new HubSubscription(prompt, desk.Database, settings, desk.Time), desk.Database, settings, desk.Time);
        Searches = new FeedSearchTurn(_client, new RobotsGate(prompt, desk.Database, politeness, http, desk.Time), feeds, desk.Database, politeness, desk.Time);
        Door = new SourceDoor(new SiteExplorer(prompt, feeds), Registry, Poll, Queries, _client);
    }

    public SimulatedWeb Web { get; }

    public FakeTimeProvider Time => _desk.Time;

    public Database<IntakeDb> Database => _desk.Database;

    public FrontierQueue Frontier { get; }

    public SourceRegistry Registry { get; }

    public SourceQueries Queries { get; }

    public EntryIntake Entries { get; }

    public HubDelivery Delivery { get; }

    public SourcePoll Poll { get; }

    public FeedSearchTurn Searches { get; }

    public SourceDoor Door { get; }

    public static async Task<SourceDesk> OpenAsync(Dictionary<string, string?> database, SimulatedWeb web, string[] hosts, SourceOptions? options = null)
    {
        await web.InitializeAsync();
        return new SourceDesk(await Desk.OpenAsync(database), web, hosts, options ?? new SourceOptions());
    }

    public async Task<Guid> AddAsync(string url, SourceSettings? settings = null) =>
        (await Registry.AddAsync(new Uri(url), settings ?? new SourceSettings(), TimeSpan.Zero, CancellationToken.None))!.Value;

    /// <summary>Polls what is due now, as the frontier's loop does, and goes with it where it is redirected; how many polls that were.</summary>
    public async Task<int> PollDueAsync()
    {
        var polls = 0;
        while ((await Frontier.ClaimAsync(100, CancellationToken.None)).Where(target => target.Kind is TargetKind.Source or TargetKind.Search).ToList() is { Count: > 0 } due)
        {
            foreach (var target in due)
                await (target.Kind == TargetKind.Source ? Poll.RunAsync(target, CancellationToken.None) : Searches.RunAsync(target, CancellationToken.None));
            polls += due.Count(target => target is { Kind: TargetKind.Source, MovedTo: null });
        }

        return polls;
    }

    /// <summary>Moves the clock to when the source is due, and polls it.</summary>
    public async Task PollNextAsync(Guid id)
    {
        var next = (await FindAsync(id)).NextPollAt!.Value;
        if (next > Time.GetUtcNow())
            Time.SetUtcNow(next);
        (await PollDueAsync()).ShouldBe(1);
    }

    public async Task<SourceView> FindAsync(Guid id) => (await Queries.FindAsync(id, CancellationToken.None))!;

    public Task<Source> RowAsync(Guid id) => Database.ReadAsync((db, token) => db.Sources.SingleAsync(row => row.Id == id, token), CancellationToken.None);

    public Task<HostSlot> HostAsync(string name) => Database.ReadAsync((db, token) => db.Hosts.SingleAsync(row => row.Name == name, token), CancellationToken.None);

    public Task<int> AcceptedAsync() => Database.ReadAsync((db, token) => db.Documents.CountAsync(token), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _desk.DisposeAsync();
    }
}
