using System.Collections.Concurrent;
using System.Globalization;
using Dateline.Fetcher.Ledger;
using Dateline.Pipeline.Tests.Fleets;
using Dateline.Pipeline.Tests.Lines;
using Dateline.Testing;

namespace Dateline.Pipeline.Tests.Chaos;

/// <summary>
/// Services, broker and database are killed at random while documents flow; a queue is purged, another delivered twice. Nothing may be
/// lost, nothing stored twice. <c>DATELINE_CHAOS_SECONDS</c> gives a longer dose, <c>DATELINE_CHAOS_SEED</c> repeats one.
/// </summary>
public sealed class ChaosTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Documents = 1_000;
    private const int Copies = 60;
    private const int Unreadable = 20;

    private static readonly TimeSpan DrainDeadline = TimeSpan.FromMinutes(4);

    // Servers of its own: they are killed.
    private readonly RabbitMqFixture _rabbit = new();
    private readonly PostgresFixture _postgres = new();
    private readonly ConcurrentDictionary<string, Guid> _accepted = new();
    private int _purged;

    public async ValueTask InitializeAsync()
    {
        await _rabbit.InitializeAsync();
        await _postgres.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _rabbit.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_lost_or_stored_twice_whatever_is_killed()
    {
        var seed = Setting("DATELINE_CHAOS_SEED") ?? Environment.TickCount;
        var seconds = Setting("DATELINE_CHAOS_SECONDS") ?? 60;
        output.WriteLine($"seed {seed}, {seconds} s");
        await using var fleet = new Fleet(await _rabbit.CreateVirtualHostAsync(), await _postgres.CreateDatabaseAsync(), new Dictionary<string, string>
        {
            ["Fetcher:Ledger:ResendAfter"] = "00:00:10",
            ["Fetcher:Ledger:MaxSends"] = "1000", // nothing is to be given up on while things are broken on purpose
            ["Fetcher:Ledger:MaxOnLine"] = "150",
        });
        await fleet.StartAsync("fetcher-1", "parser-1", "parser-2", "enricher-1", "enricher-2", "storage-1", "storage-2");
        var copies = new QueueCopy(fleet.Rabbit, "Dateline.Contracts:ArticleEnriched", "store-article");
        await copies.StartAsync();

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(seconds) + DrainDeadline);
        var posting = PostAllAsync(fleet, TimeSpan.FromSeconds(seconds), deadline.Token);
        var blows = await BreakAsync(fleet, copies, new ChaosPlan(seed), TimeSpan.FromSeconds(seconds));
        await posting;
        await Eventually.TrueAsync(async () => (await fleet.GetAsync<PipelineView>("/v1/pipeline")).InFlight == 0, DrainDeadline, () => Describe(fleet));

        output.WriteLine($"{_purged} messages purged");
        _purged.ShouldBeGreaterThan(0);
        output.WriteLine(string.Join(", ", blows.GroupBy(blow => blow).Select(group => $"{group.Key} {group.Count()}")));
        await CheckAsync(fleet);
    }

    private async Task CheckAsync(Fleet fleet)
    {
        var pipeline = await fleet.GetAsync<PipelineView>("/v1/pipeline");
        output.WriteLine(pipeline.ToString());
        _accepted.Count.ShouldBe(Documents);
        var known = (await PostgresFixture.ScalarAsync<Guid[]>(fleet.Postgres, "SELECT array_agg(id) FROM intake.documents WHERE fate IS NOT NULL")).ToHashSet();
        _accepted.Values.Where(id => !known.Contains(id)).ShouldBeEmpty("lost");
        known.Except(_accepted.Values).ShouldBeEmpty("unexpected");
        pipeline.Balanced.ShouldBeTrue();
        (pipeline.Accepted, pipeline.Stored, pipeline.Duplicate, pipeline.Rejected, pipeline.Revised, pipeline.Unchanged, pipeline.Quarantined)
            .ShouldBe((Documents, Documents - Copies - Unreadable, Copies, Unreadable, 0, 0, 0));
        (await CountAsync(fleet, "archive.articles")).ShouldBe(Documents - Unreadable, "one row for each article, copies are kept");
        (await CountAsync(fleet, "(SELECT identity_key FROM archive.articles GROUP BY identity_key HAVING count(*) > 1) twice")).ShouldBe(0);
        (await CountAsync(fleet, "(SELECT document_id FROM archive.arrivals GROUP BY document_id HAVING count(*) > 1) twice")).ShouldBe(0);
    }

    private async Task PostAllAsync(Fleet fleet, TimeSpan duration, CancellationToken cancellationToken)
    {
        // Spread over the time of the blows, so that each of them meets documents in every stage.
        var pause = duration / (Documents / 4.0);
        await Parallel.ForEachAsync(Enumerable.Range(0, Documents), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken }, async (i, token) =>
        {
            _accepted[$"d{i}"] = await PostAsync(fleet, i, token);
            await Task.Delay(pause, token);
        });
    }

    private static Task<Guid> PostAsync(Fleet fleet, int i, CancellationToken cancellationToken) => i switch
    {
        < Unreadable => fleet.PostAsync($"d{i}", $"{i}.pdf", $"%PDF-1.7\n{i} 0 obj\n<< /Type /Catalog >>\nendobj\n", null, cancellationToken),
        < Unreadable + Copies => fleet.PostAsync($"d{i}", $"{i}.txt", Texts.Plain(500 + i), $"https://copies.example/{i}", cancellationToken),
        < Unreadable + 2 * Copies => fleet.PostAsync($"d{i}", $"{i}.txt", Texts.Plain(500 + i - Copies), $"https://first.example/{i}", cancellationToken),
        _ => fleet.PostAsync($"d{i}", $"{i}.txt", Texts.Plain(1000 + i), null, cancellationToken),
    };

    private async Task<List<Blow>> BreakAsync(Fleet fleet, QueueCopy copies, ChaosPlan plan, TimeSpan duration)
    {
        var until = TimeProvider.System.GetTimestamp();
        var dealt = new List<Blow>();
        while (TimeProvider.System.GetElapsedTime(until) < duration)
        {
            await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
            var blow = plan.Next();
            await DealAsync(blow, fleet, copies, plan);
            dealt.Add(blow);
        }

        return dealt;
    }

    private async Task DealAsync(Blow blow, Fleet fleet, QueueCopy copies, ChaosPlan plan)
    {
        switch (blow)
        {
            case Blow.KillService:
                var name = plan.Pick(fleet.Names);
                await fleet.KillAsync(name);
                fleet.Launch(name);
                break;
            case Blow.KillBroker:
                await _rabbit.KillAsync();
                await _rabbit.StartAsync();
                break;
            case Blow.KillDatabase:
                await _postgres.KillAsync();
                await _postgres.StartAsync();
                break;
            case Blow.PurgeQueue:
                await PurgeAsync(fleet, plan.Pick(["parser", "enricher", "storage"]));
                break;
            case Blow.DeliverTwice:
                output.WriteLine($"delivered twice: {await copies.DeliverAsync()}");
                break;
        }
    }

    /// <summary>Messages wait in a queue only while nobody takes them: its workers are killed first.</summary>
    private async Task PurgeAsync(Fleet fleet, string role)
    {
        var queue = role switch { "parser" => "parse-document", "enricher" => "enrich-article", _ => "store-article" };
        string[] workers = [$"{role}-1", $"{role}-2"];
        foreach (var worker in workers)
            await fleet.KillAsync(worker);
        if (_accepted.Count < Documents)
            await Eventually.TrueAsync(async () => await RabbitMqFixture.QueueDepthAsync(fleet.Rabbit, queue) > 0, TimeSpan.FromSeconds(30), () => $"nothing comes to {queue}");
        _purged += await RabbitMqFixture.PurgeAsync(fleet.Rabbit, queue);
        foreach (var worker in workers)
            fleet.Launch(worker);
    }

    private static async Task<long> CountAsync(Fleet fleet, string what) =>
        await PostgresFixture.ScalarAsync<long>(fleet.Postgres, $"SELECT count(*) FROM {what}");

    private static string Describe(Fleet fleet) => string.Join('\n', fleet.Names.Select(name =>
        $"{name}: {(fleet[name].HasExited ? $"exited with {fleet[name].ExitCode}" : "runs")}\n  {string.Join("\n  ", fleet[name].Lines.TakeLast(8))}"));

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;
}
