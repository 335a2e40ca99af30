using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Dateline.Contracts;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Sources;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Pipeline.Tests.Lines;

/// <summary>What the line promises of feeds and the pages behind them.</summary>
public abstract partial class PipelineSuite
{
    [Fact]
    public async Task A_feed_brings_its_articles_once_however_often_it_is_asked()
    {
        await using var web = new SimulatedWeb();
        await web.InitializeAsync();
        NewsSite.On(web, "gazette.example", articles: 3);
        await using var line = await StartAsync(NewsSite.Settings(web, "gazette.example"));

        var added = await line.Intake.PostAsJsonAsync("/v1/sources", new NewSource("http://gazette.example/feed.xml", Pages: "always"), TestContext.Current.CancellationToken);
        added.StatusCode.ShouldBe(HttpStatusCode.Created, await added.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var source = (await added.Content.ReadFromJsonAsync<SourceView>(TestContext.Current.CancellationToken))!;
        await Eventually.TrueAsync(async () => (await line.PipelineAsync()).Stored == 3, Patience, () => string.Join(", ", web.Requests));

        var view = await Line.GetAsync<SourceView>(line.Intake, $"/v1/sources/{source.Id}");
        (view.Title, view.Format, view.Entries, view.Documents, view.PendingTargets, view.Failures).ShouldBe(("gazette.example", "rss", 3, 3, 0, 0));
        view.NextPollReason.ShouldNotBe("it is new");
        var why = await Line.GetAsync<WhyView>(line.Intake, $"/v1/why?url={Uri.EscapeDataString("http://gazette.example/articles/1")}");
        why.Documents.ShouldHaveSingleItem().Fate.ShouldBe(Fate.Stored);
        why.Explanation.ShouldContain("stored as a new article");
        web.RequestsTo("gazette.example").Count(request => request.PathAndQuery.StartsWith("/articles/", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task What_a_server_says_of_a_page_stands_on_its_article_and_outlives_a_replay()
    {
        await using var web = new SimulatedWeb();
        await web.InitializeAsync();
        NewsSite.On(web, "reserved.example", articles: 1);
        web.Site("reserved.example").Reply("/articles/1", new SimulatedReply
        {
            ContentType = "text/html",
            Body = Encoding.UTF8.GetBytes(Texts.Page("Report 1", "Reporters followed the case for a year and a half.")),
            Headers = new Dictionary<string, string> { ["X-Robots-Tag"] = "noai", ["tdm-reservation"] = "1", ["Link"] = "</reports/1>; rel=canonical" },
        });
        await using var line = await StartAsync(NewsSite.Settings(web, "reserved.example"));
        await line.Intake.PostAsJsonAsync("/v1/sources", new NewSource("http://reserved.example/feed.xml", Pages: "always"), TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(async () => (await line.PipelineAsync()).Stored == 1, Patience, () => string.Join(", ", web.Requests));
        var why = await Line.GetAsync<WhyView>(line.Intake, $"/v1/why?url={Uri.EscapeDataString("http://reserved.example/articles/1")}");
        var document = why.Documents.ShouldHaveSingleItem();
        await SaysAsync();

        (await line.Intake.PostAsJsonAsync("/v1/replays", new { ids = new[] { document.Id } }, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        (await line.SettledAsync(document.Id)).ShouldSatisfyAllConditions(again => again.Run.ShouldBe(1), again => again.Fate.ShouldBe(Fate.Unchanged));
        await SaysAsync();

        async Task SaysAsync()
        {
            var article = await line.ArticleAsync(document.ArticleId!.Value);
            article.GetProperty("terms").GetProperty("optOuts").EnumerateArray().Select(word => word.GetString()).ShouldBe(["tdm-reservation", "noai"]);
            article.GetProperty("canonicalUrl").GetString().ShouldBe("http://reserved.example/reports/1");
        }
    }

    [Fact]
    public async Task A_page_that_robots_txt_forbids_is_not_fetched_and_says_so()
    {
        await using var web = new SimulatedWeb();
        await web.InitializeAsync();
        NewsSite.On(web, "closed.example", articles: 2);
        web.Site("closed.example").Robots("User-agent: *\nDisallow: /articles/2\n");
        await using var line = await StartAsync(NewsSite.Settings(web, "closed.example"));

        await line.Intake.PostAsJsonAsync("/v1/sources", new NewSource("http://closed.example/feed.xml", Pages: "always"), TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(async () => (await line.PipelineAsync()).Stored == 1, Patience, () => string.Join(", ", web.Requests));

        WhyView? why = null;
        await Eventually.TrueAsync(
            async () => (why = await Line.GetAsync<WhyView>(line.Intake, $"/v1/why?url={Uri.EscapeDataString("http://closed.example/articles/2")}")).Target?.Status == "unfetched",
            Patience, () => why?.Explanation ?? "nothing");
        why!.Target!.Reason.ShouldBe("robots");
        why.Explanation.ShouldContain("Disallow: /articles/2");
        web.RequestsTo("closed.example").Select(request => request.PathAndQuery).Where(path => path != "/feed.xml").ShouldBe(["/robots.txt", "/articles/1"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_a_hub_pushes_becomes_an_article_without_another_poll()
    {
        await using var web = new SimulatedWeb();
        await web.InitializeAsync();
        NewsSite.On(web, "gazette.example", articles: 2);
        web.Site("hub.example").Status("/", 202);
        web.Site("gazette.example").Reply("/feed.xml", NewsSite.FeedWithHub("gazette.example", articles: 1, "http://hub.example/"));
        var settings = NewsSite.Settings(web, "gazette.example", "hub.example");
        settings["Fetcher:Sources:PublicUrl"] = "https://dateline.example";
        await using var line = await StartAsync(settings);
        var none = TestContext.Current.CancellationToken;

        var added = await line.Intake.PostAsJsonAsync("/v1/sources", new NewSource("http://gazette.example/feed.xml", Pages: "always"), none);
        var id = (await added.Content.ReadFromJsonAsync<SourceView>(none))!.Id;
        await Eventually.TrueAsync(() => web.RequestsTo("hub.example").Count == 1, Patience, () => string.Join(", ", web.Requests));
        var topic = Uri.EscapeDataString("http://gazette.example/feed.xml");
        var echo = await line.Intake.GetStringAsync($"/v1/websub/{id}?hub.mode=subscribe&hub.topic={topic}&hub.challenge=abc&hub.lease_seconds=864000", none);
        var secret = await Database(line).ReadAsync((db, token) => db.Sources.Where(row => row.Id == id).Select(row => row.HubSecret!).SingleAsync(token), none);
        var news = NewsSite.FeedWithHub("gazette.example", articles: 2, "http://hub.example/").Body.ToArray();
        var push = new ByteArrayContent(news);
        push.Headers.Add("Content-Type", "application/rss+xml");
        push.Headers.Add("X-Hub-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(secret), news))}");
        var pushed = await line.Intake.PostAsync($"/v1/websub/{id}", push, none);

        (echo, pushed.StatusCode).ShouldBe(("abc", HttpStatusCode.Accepted));
        await Eventually.TrueAsync(async () => (await line.PipelineAsync()).Stored == 2, Patience, () => string.Join(", ", web.Requests));
        web.RequestsTo("gazette.example").Count(request => request.PathAndQuery == "/feed.xml").ShouldBe(1);
        (await Line.GetAsync<SourceView>(line.Intake, $"/v1/sources/{id}")).PushedUntil.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_address_nobody_saw_is_said_so()
    {
        await using var line = await StartAsync();

        var why = await Line.GetAsync<WhyView>(line.Intake, "/v1/why?url=https%3A%2F%2Fnowhere.example%2Fx");

        why.Known.ShouldBeFalse();
        why.Explanation.ShouldContain("never seen");
    }
}
