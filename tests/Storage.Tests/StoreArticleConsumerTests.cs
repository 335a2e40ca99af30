using System.Diagnostics;
using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;
using Dateline.Storage.Rules;
using Dateline.Testing;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Storage.Tests;

/// <summary>Activity listeners see the whole process, so nothing else runs meanwhile.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;

[Collection(typeof(Alone))]
public sealed class StoreArticleConsumerTests : IAsyncLifetime
{
    private readonly ScratchFolder folder = new("archive-consumer");
    private IHost host = null!;
    private ITestHarness harness = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["DataFolder"] = folder.Path });
        builder.Services.AddLogging();
        builder.AddStorage();
        builder.Services.AddMassTransitTestHarness(bus =>
        {
            bus.SetTestTimeouts(testInactivityTimeout: TimeSpan.FromSeconds(15));
            bus.AddConsumer<StoreArticleConsumer>();
        });
        host = builder.Build();
        await host.StartAsync();
        harness = host.Services.GetRequiredService<ITestHarness>();
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Fact]
    public async Task Rejects_what_a_rule_drops_and_names_the_rule()
    {
        await host.Services.GetRequiredService<RuleStore>().AddAsync(new RuleDraft("No harbours", "harbour", "drop"), CancellationToken.None);
        var message = News.Article();
        await harness.Bus.Publish(message);
        var rejected = (await harness.Published.SelectAsync<DocumentRejected>().First()).Context.Message;

        (rejected.Document, rejected.Stage, rejected.Reason).ShouldBe((message.Document, Stage.Store, RejectionReason.DroppedByRule));
        rejected.Detail.ShouldContain("No harbours");
        rejected.Journey.Hops[^1].Stage.ShouldBe(Stage.Store);
    }

    [Fact]
    public async Task Says_that_an_article_can_be_queried_and_adds_its_hop()
    {
        var message = News.Article(published: News.Morning);
        await harness.Bus.Publish(message);
        var stored = (await harness.Published.SelectAsync<ArticleStored>().First()).Context.Message;

        stored.Document.ShouldBe(message.Document);
        stored.Outcome.ShouldBe(StoreOutcome.Stored);
        stored.Revision.ShouldBe(1);
        stored.PublishedAt.ShouldBe(News.Morning);
        var hop = stored.Journey.Hops.ShouldHaveSingleItem();
        hop.Stage.ShouldBe(Stage.Store);
        hop.Version.ShouldBe(StorageModule.Version);
        (await ReadAsync(db => db.Articles.Single().Id)).ShouldBe(stored.ArticleId);
    }

    [Fact]
    public async Task Every_article_of_a_batch_keeps_its_own_trace_and_the_batch_links_to_them()
    {
        using var source = new ActivitySource("Dateline.Test");
        var batches = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = heard => heard.Name is "MassTransit" or "Dateline.Test" or "Dateline.Storage",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.OperationName == "store batch")
                    lock (batches)
                        batches.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);

        var traces = new Dictionary<Guid, string>();
        for (var n = 0; n < 10; n++)
        {
            using var accept = source.StartActivity("accept")!;
            var message = News.Article(url: $"https://a.example/{n}", text: $"Text {n}");
            traces.Add(message.Document.Id, accept.TraceId.ToString());
            await harness.Bus.Publish(message);
            Activity.Current = null;
        }

        var published = new Dictionary<Guid, string>();
        await foreach (var stored in harness.Published.SelectAsync<ArticleStored>())
        {
            published.Add(stored.Context.Message.Document.Id, ActivityContext.Parse(stored.Context.Headers.Get<string>("MT-Activity-Id")!, null).TraceId.ToString());
            if (published.Count == traces.Count)
                break;
        }

        published.ShouldBe(traces, ignoreOrder: true);
        (await ReadAsync(db => db.Articles.ToDictionary(row => row.DocumentId, row => row.TraceId!))).ShouldBe(traces, ignoreOrder: true);
        lock (batches)
        {
            batches.SelectMany(batch => batch.Links).Select(link => link.Context.TraceId.ToString()).Order().ShouldBe(traces.Values.Order());
            batches.ShouldAllBe(batch => batch.ParentId == null && !traces.Values.Contains(batch.TraceId.ToString()));
        }
    }

    private Task<T> ReadAsync<T>(Func<ArchiveDb, T> read) =>
        host.Services.GetRequiredService<Database<ArchiveDb>>().ReadAsync((db, _) => Task.FromResult(read(db)), CancellationToken.None);
}
