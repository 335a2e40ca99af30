using System.Net.Http.Json;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Sources;
using Dateline.Pipeline.Tests.Fleets;
using Dateline.Pipeline.Tests.Lines;
using Dateline.Testing;

namespace Dateline.Pipeline.Tests.Traces;

/// <summary>One trace per article, over separate processes and a real collector.</summary>
public sealed class TraceTests(RabbitMqFixture rabbit, PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly string[] Steps = ["accept document", "dispatch document", "parse document", "enrich article", "store article", "settle document"];

    private readonly OtlpReceiver _receiver = new();

    public ValueTask InitializeAsync() => _receiver.InitializeAsync();

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    [Fact]
    public async Task All_steps_of_a_document_are_one_trace_across_processes()
    {
        await using var fleet = await FleetAsync();
        await fleet.StartAsync("fetcher", "parser", "enricher", "storage");

        var document = await IngestAsync(fleet, 1);

        var trace = await WholeTraceAsync(document.TraceId, Steps);
        trace.Select(span => span.ServiceName).Distinct().Order().ShouldBe(["dateline-enricher", "dateline-fetcher", "dateline-parser", "dateline-storage"]);
        var root = trace.Where(span => span.ParentSpanId is null).ShouldHaveSingleItem();
        root.Name.ShouldBe("accept document");
        root.Links.ShouldNotBeEmpty("the request that brought it is linked, not its parent");
        (await fleet.GetAsync<DocumentView>($"/v1/documents/{document.Id}")).TraceId.ShouldBe(root.TraceId);
    }

    [Fact]
    public async Task A_retry_and_a_redelivery_after_a_killed_worker_stay_in_the_trace()
    {
        await using var fleet = await FleetAsync();
        await fleet.StartAsync("fetcher", "enricher", "storage");
        var id = await fleet.PostAsync("retry", "a.txt", Texts.Plain(2), null, TestContext.Current.CancellationToken);
        var traceId = (await fleet.GetAsync<DocumentView>($"/v1/documents/{id}")).TraceId;

        // Without its table the parser waits and tries again; killed while it waits, its message goes to the next one.
        await PostgresFixture.ExecuteAsync(fleet.Postgres, "ALTER TABLE intake.contents RENAME TO contents_away");
        await fleet.StartAsync("parser-1");
        await _receiver.WaitAsync(spans => spans.Count(span => span.TraceId == traceId && span.Name == "parse document") >= 2, Patience);
        await fleet.KillAsync("parser-1");
        await PostgresFixture.ExecuteAsync(fleet.Postgres, "ALTER TABLE intake.contents_away RENAME TO contents");
        await fleet.StartAsync("parser-2");

        var document = await fleet.SettledAsync(id, Patience);
        (document.Fate, document.TraceId, document.Run).ShouldBe((Fate.Stored, traceId, 0));
        var trace = await TraceAsync(traceId, Steps);
        trace.Count(span => span.Name == "parse document").ShouldBeGreaterThanOrEqualTo(3);
        (await fleet.GetAsync<PipelineView>("/v1/pipeline")).Quarantined.ShouldBe(0);
    }

    [Fact]
    public async Task A_replay_is_a_new_trace_that_links_to_the_first()
    {
        await using var fleet = await FleetAsync();
        await fleet.StartAsync("fetcher", "parser", "enricher", "storage");
        var first = await IngestAsync(fleet, 3);

        (await fleet.Http.PostAsync($"/v1/documents/{first.Id}/replay", null, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        var second = await fleet.SettledAsync(first.Id, Patience);
        second.TraceId.ShouldNotBe(first.TraceId);
        second.EarlierTraceIds.ShouldBe([first.TraceId]);
        var root = (await TraceAsync(second.TraceId, [.. Steps.Skip(1)])).Single(span => span.ParentSpanId is null);
        root.Name.ShouldBe("replay document");
        root.Links.ShouldContain(link => link.TraceId == first.TraceId);
    }

    [Fact]
    public async Task Articles_of_a_poll_have_traces_of_their_own_that_link_to_it()
    {
        await using var web = new SimulatedWeb();
        await web.InitializeAsync();
        NewsSite.On(web, "gazette.example", articles: 2);
        await using var fleet = await FleetAsync(NewsSite.Settings(web, "gazette.example"));
        await fleet.StartAsync("fetcher", "parser", "enricher", "storage");

        await fleet.Http.PostAsJsonAsync("/v1/sources", new NewSource("http://gazette.example/feed.xml", Pages: "always"), TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(async () => (await fleet.GetAsync<PipelineView>("/v1/pipeline")).Stored == 2, Patience, () => "not stored");

        var poll = (await _receiver.WaitAsync(spans => spans.Any(span => span.Name == "poll source"), Patience)).First(span => span.Name == "poll source");
        var documents = (await fleet.GetAsync<DocumentPage>("/v1/documents")).Items;
        documents.Select(document => document.TraceId).Distinct().Count().ShouldBe(2);
        foreach (var document in documents)
        {
            var root = (await TraceAsync(document.TraceId, ["fetch page", .. Steps])).Single(span => span.ParentSpanId is null);
            root.Name.ShouldBe("fetch page");
            root.TraceId.ShouldNotBe(poll.TraceId);
            root.Links.ShouldContain(link => link.TraceId == poll.TraceId);
        }
    }

    [Fact]
    public async Task Articles_stored_in_one_batch_keep_their_own_traces_and_the_batch_links_to_them()
    {
        await using var fleet = await FleetAsync();
        await fleet.StartAsync("fetcher", "parser", "enricher");
        var ids = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => fleet.PostAsync($"b{i}", $"{i}.txt", Texts.Plain(100 + i), null, TestContext.Current.CancellationToken)));
        await Eventually.TrueAsync(async () => await RabbitMqFixture.QueueDepthAsync(fleet.Rabbit, "store-article") == 12, Patience, () => "not all enriched");
        await fleet.StartAsync("storage");
        var documents = await Task.WhenAll(ids.Select(id => fleet.SettledAsync(id, Patience)));

        var traces = documents.Select(document => document.TraceId).ToHashSet();
        traces.Count.ShouldBe(12);
        foreach (var document in documents)
            await TraceAsync(document.TraceId, Steps);
        var batch = (await _receiver.WaitAsync(spans => spans.Any(span => span.Name == "store batch" && span.Links.Count > 1), Patience))
            .First(span => span.Name == "store batch" && span.Links.Count > 1);
        traces.ShouldNotContain(batch.TraceId);
        batch.Links.ShouldAllBe(link => traces.Contains(link.TraceId));
    }

    private async Task<Fleet> FleetAsync(Dictionary<string, string?>? settings = null)
    {
        _receiver.Clear();
        var environment = new Dictionary<string, string>(_receiver.Environment);
        foreach (var (name, value) in settings ?? [])
            environment[name] = value!;
        return new Fleet(await rabbit.CreateVirtualHostAsync(), await postgres.CreateDatabaseAsync(), environment);
    }

    private static async Task<DocumentView> IngestAsync(Fleet fleet, int number)
    {
        var id = await fleet.PostAsync($"k{number}", $"{number}.txt", Texts.Plain(number), null, TestContext.Current.CancellationToken);
        var document = await fleet.SettledAsync(id, Patience);
        document.Fate.ShouldBe(Fate.Stored, document.Detail);
        return document;
    }

    /// <summary>The trace, once it holds all the steps.</summary>
    private async Task<IReadOnlyList<ReceivedSpan>> TraceAsync(string traceId, string[] steps)
    {
        await _receiver.WaitAsync(_ => steps.All(step => _receiver.Trace(traceId).Any(span => span.Name == step)), Patience);
        return _receiver.Trace(traceId);
    }

    /// <summary>The trace, once it also holds the parent of each span: every process sends its spans in its own time.</summary>
    private async Task<IReadOnlyList<ReceivedSpan>> WholeTraceAsync(string traceId, string[] steps)
    {
        await TraceAsync(traceId, steps);
        await _receiver.WaitAsync(_ => IsWhole(_receiver.Trace(traceId)), Patience);
        return _receiver.Trace(traceId);
    }

    private static bool IsWhole(IReadOnlyList<ReceivedSpan> trace) =>
        trace.All(span => span.ParentSpanId is null || trace.Any(parent => parent.SpanId == span.ParentSpanId));
}
