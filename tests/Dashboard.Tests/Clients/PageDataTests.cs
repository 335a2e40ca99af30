using System.Net;
using System.Net.Http.Headers;
using Dateline.Dashboard.Tests.Serving;
using Dateline.Hosting.Access;
using Microsoft.AspNetCore.Http;

namespace Dateline.Dashboard.Tests.Clients;

/// <summary>What the clients make of the services' answers, seen on the pages before they become interactive.</summary>
public sealed class PageDataTests : IAsyncLifetime
{
    private const string Id = "01a2112c-8aee-799b-a166-9fc848e9b7c9";

    private Upstream upstream = null!;
    private DashboardServer server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        upstream = await Upstream.StartAsync();
        server = await DashboardServer.StartAsync(upstream);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await upstream.DisposeAsync();
    }

    [Fact]
    public async Task Shows_a_problem_in_the_services_own_words()
    {
        upstream.With("/v1/articles?q=%22open&collapse=copies", _ => Results.Problem("Add a \" after the phrase.", statusCode: 400, title: "The quotation mark is never closed"));

        var page = WebUtility.HtmlDecode(await server.Http.GetStringAsync("/articles?q=%22open", Token));

        page.ShouldContain("The quotation mark is never closed");
        page.ShouldContain("Add a \" after the phrase.");
    }

    [Theory]
    [InlineData("/sources", "The fetcher does not answer")]
    [InlineData("/articles", "The archive does not answer")]
    [InlineData("/stories", "The archive does not answer")]
    [InlineData($"/stories/{Id}", "The archive does not answer")]
    [InlineData("/searches", "The archive does not answer")]
    [InlineData($"/searches/{Id}", "The archive does not answer")]
    [InlineData("/rules", "The archive does not answer")]
    [InlineData("/retention", "The archive does not answer")]
    public async Task Says_which_service_is_away(string page, string message)
    {
        await upstream.DisposeAsync();

        (await server.Http.GetStringAsync(page, Token)).ShouldContain(message);
    }

    [Fact]
    public async Task Says_how_many_articles_match_and_how_surely_that_is_known()
    {
        upstream.With("/v1/articles?q=gate&collapse=copies", """
            {"items":[],"next":null,"query":{"text":"gate","understood":"gate"},"total":{"value":12000,"kind":"estimated"}}
            """);

        (await server.Http.GetStringAsync("/articles?q=gate", Token)).ShouldContain("about 12,000 articles");
    }

    [Fact]
    public async Task Offers_one_of_each_story_where_the_archive_knows_stories()
    {
        upstream.With("/v1/articles?q=gate&collapse=story", $$"""
            {"items":[{"id":"{{Id}}","title":"Gate passes","storyId":"{{Id}}","language":"en","snippet":"","revision":1,"storedAt":"2026-05-12T08:00:00Z"}],"next":null}
            """);

        var page = await server.Http.GetStringAsync("/articles?q=gate&collapse=story", Token);

        page.ShouldContain("One of each story");
        page.ShouldContain($"href=\"/stories/{Id}\"");
    }

    [Theory]
    [InlineData("", "copies", 1, "and 1 copy", $"/articles/{Id}#copies")]
    [InlineData("", "copies", 1200, "and 1,200 copies", $"/articles/{Id}#copies")]
    [InlineData("&collapse=story", "story", 3, "and 3 more", $"/articles?q=gate%20story%3A{Id}&collapse=none")]
    public async Task Says_what_a_result_stands_for_and_leads_there(string chosen, string asked, int others, string said, string link)
    {
        upstream.With($"/v1/articles?q=gate&collapse={asked}", $$"""
            {"items":[{"id":"{{Id}}","title":"Gate passes","storyId":"{{Id}}","collapsed":{{others}},"language":"en","snippet":"","revision":1,"storedAt":"2026-05-12T08:00:00Z"}],"next":null}
            """);

        var page = WebUtility.HtmlDecode(await server.Http.GetStringAsync($"/articles?q=gate{chosen}", Token));

        page.ShouldContain($">{said}</a>");
        page.ShouldContain($"href=\"{link}\"");
    }

    [Fact]
    public async Task Says_nothing_of_a_result_that_stands_for_itself()
    {
        upstream.With("/v1/articles?q=gate&collapse=copies", $$"""
            {"items":[{"id":"{{Id}}","title":"Gate passes","collapsed":0,"language":"en","snippet":"","revision":1,"storedAt":"2026-05-12T08:00:00Z"}],"next":null}
            """);

        (await server.Http.GetStringAsync("/articles?q=gate", Token)).ShouldNotContain("hit-others");
    }

    [Fact]
    public async Task Gives_the_feeds_of_a_search_by_addresses_that_need_no_key()
    {
        upstream.With($"/v1/searches/{Id}", $$$"""
            {"id":"{{{Id}}}","name":"Gates","query":"gate","createdAt":"2026-05-12T08:00:00Z","updatedAt":"2026-05-12T08:00:00Z",
             "feeds":{"atom":"/v1/searches/{{{Id}}}/feed.atom"},"openFeeds":{"atom":"/v1/feeds/secret.atom"}}
            """);

        var page = await server.Http.GetStringAsync($"/searches/{Id}", Token);

        page.ShouldContain("href=\"/v1/feeds/secret.atom\"");
        page.ShouldContain("Renew the address");
    }

    [Theory]
    [InlineData("/rules")]
    [InlineData("/retention")]
    public async Task Shows_nothing_of_what_needs_another_scope(string path)
    {
        using var request = DashboardServer.FromOutside(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await server.CreateKeyAsync(Scopes.Read));

        using var response = await server.Http.SendAsync(request, Token);

        (await response.Content.ReadAsStringAsync(Token)).ShouldContain("This needs the scope admin");
    }

    [Fact]
    public async Task Says_when_an_answer_cannot_be_read()
    {
        upstream.With("/v1/sources", """{"items":"no list"}""");

        (await server.Http.GetStringAsync("/sources", Token)).ShouldContain("The answer cannot be read");
    }

    [Fact]
    public async Task Asks_the_archive_for_what_the_address_of_the_page_says()
    {
        upstream.With("/v1/articles?q=tidal%20gate&language=en&from=2026-05-01&collapse=copies", $$"""
            {"items":[{"id":"{{Id}}","title":"Gate passes","language":"en","snippet":"the <mark>tidal</mark> &lt;b&gt;gate","revision":1,"storedAt":"2026-05-12T08:00:00Z"}],"next":null}
            """);

        var page = await server.Http.GetStringAsync("/articles?q=tidal+gate&language=en&from=2026-05-01", Token);

        page.ShouldContain("Gate passes");
        page.ShouldContain("<mark>tidal</mark>");
        page.ShouldContain("&lt;b&gt;gate");
    }

    [Fact]
    public async Task Shows_a_journey_with_its_trace()
    {
        upstream.With($"/v1/documents/{Id}", $$"""
            {"id":"{{Id}}","fate":"rejected","reason":"too-short","detail":"Three characters are no article.","fileName":"short.txt","length":3,
             "fetchedAt":"2026-05-12T08:00:00Z","acceptedAt":"2026-05-12T08:00:00Z","run":0,"traceId":"c6032bb06ee4f350c175e00a76067a05","earlierTraceIds":[],
             "hops":[{"stage":"accept","worker":"w/1","version":"1","startedAt":"2026-05-12T08:00:00Z","durationMs":12},
                     {"stage":"parse","worker":"w/2","version":"7","startedAt":"2026-05-12T08:00:00.050Z","durationMs":3}]}
            """);

        var page = await server.Http.GetStringAsync($"/documents/{Id}", Token);

        page.ShouldContain("Three characters are no article.");
        page.ShouldContain("data-copy=\"c6032bb06ee4f350c175e00a76067a05\"");
        page.ShouldContain("w/2 · 7");
    }
}
