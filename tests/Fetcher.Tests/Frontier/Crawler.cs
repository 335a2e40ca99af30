using Dateline.Fetcher.Data;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Sources;
using Dateline.Messaging;
using Dateline.Persistence;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Fetcher.Tests.Frontier;

/// <summary>
/// One replica's frontier over a real database and the simulated web. A test takes turns with a clock of its own, or lets the loop run
/// by the real one.
/// </summary>
public sealed class Crawler : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly IHost _host;
    private readonly FakeTimeProvider _clock;
    private readonly Dictionary<string, Guid> _sources = [];
    private FrontierLoop? _loop;

    private Crawler(IHost host, FakeTimeProvider clock) => (_host, _clock) = (host, clock);

    public DateTimeOffset Now => _clock.GetUtcNow();

    public Database<IntakeDb> Database => Get<Database<IntakeDb>>();

    public FrontierQueue Queue => Get<FrontierQueue>();

    public HostQueries Hosts => Get<HostQueries>();

    public FrontierQueries Queries => Get<FrontierQueries>();

    /// <param name="realTime">For a crawler whose loop is started.</param>
    public static async Task<Crawler> OpenAsync(SimulatedWeb web, Dictionary<string, string?> database, Dictionary<string, string?>? settings = null, bool realTime = false)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2024, 5, 4, 12, 0, 0, TimeSpan.Zero));
        var builder = Host.CreateEmptyApplicationBuilder(null);
        foreach (var group in new IEnumerable<KeyValuePair<string, string?>>[] { database, web.Pins.Select(pin => KeyValuePair.Create(pin.Key, (string?)pin.Value)), settings ?? [] })
            MemoryConfigurationBuilderExtensions.AddInMemoryCollection(builder.Configuration, group);
        builder.Services.AddLogging();
        builder.Services.AddSingleton(realTime ? TimeProvider.System : clock);
        builder.Services.AddSingleton(new LineTransport(null));
        builder.AddFetcher();
        var host = builder.Build();
        await ActivatorUtilities.CreateInstance<DatabaseMigration<IntakeDb>>(host.Services).MigrateAsync(None);
        return new Crawler(host, clock);
    }

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public Task AskForAsync(params string[] urls) => Queue.AskForAsync([.. urls.Select(url => new Uri(url))], None);

    public async Task AddSourceAsync(string url, SourceSettings? settings = null) =>
        _sources[url] = (await Get<SourceRegistry>().AddAsync(new Uri(url), settings ?? new SourceSettings(), TimeSpan.Zero, None))!.Value;

    /// <summary>How many pages were fetched that the source led to which was added with the address.</summary>
    public Task<int> FetchedPagesAsync(string feed)
    {
        var id = _sources[feed];
        return Database.ReadAsync((db, token) => db.Targets.CountAsync(
            row => row.Kind == TargetKind.Page && row.Status == TargetStatus.Fetched && row.SourceId == id, token), None);
    }

    /// <summary>Takes every turn that comes within the time, which passes at once.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        var end = Now + span;
        while (true)
        {
            if (await TurnAsync() > 0)
                continue;
            var due = await Queue.NextDueAsync(end.UtcDateTime, None);
            if (due is null || due >= end.UtcDateTime)
                break;
            _clock.SetUtcNow(due.Value > Now.UtcDateTime ? new DateTimeOffset(due.Value) : Now + TimeSpan.FromTicks(10));
        }

        _clock.SetUtcNow(end);
    }

    /// <summary>Visits what is due now, one target of each host; answers how many.</summary>
    public async Task<int> TurnAsync()
    {
        var targets = await Queue.ClaimAsync(32, None);
        foreach (var target in targets)
            await Get<TargetVisit>().RunAsync(target, None);
        return targets.Count;
    }

    public async Task StartAsync()
    {
        _loop = ActivatorUtilities.CreateInstance<FrontierLoop>(_host.Services);
        await _loop.StartAsync(None);
    }

    public async Task StopAsync()
    {
        if (_loop is not null)
            await _loop.StopAsync(None);
        _loop = null;
    }

    public Task<Target> TargetAsync(string url) => Database.ReadAsync((db, token) => db.Targets.SingleAsync(row => row.Url == url, token), None);

    public Task<int> CountAsync(string status) => Database.ReadAsync((db, token) => db.Targets.CountAsync(row => row.Status == status, token), None);

    public async Task<string> WhyAsync(string url) => (await Queries.WhyAsync(url, None)).Explanation;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_host is IAsyncDisposable host)
            await host.DisposeAsync();
    }
}
