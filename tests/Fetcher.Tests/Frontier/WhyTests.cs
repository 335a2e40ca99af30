using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Sources;
using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Frontier;

/// <summary>What is answered to somebody who asks where an address went.</summary>
public sealed class WhyTests(SimulatedWeb web) : CrawlTests(web)
{
    [Fact]
    public async Task A_page_of_a_host_without_an_address_is_given_up_and_says_so()
    {
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync("http://nowhere.invalid/a");

        await crawler.PassAsync(TimeSpan.FromDays(3));

        (await crawler.WhyAsync("http://nowhere.invalid/a")).ShouldContain("Given up after 5 tries (dns): The name 'nowhere.invalid' does not resolve.");
    }

    [Fact]
    public async Task A_page_is_given_up_after_enough_tries_and_says_how_it_failed()
    {
        var site = Web.Site("fails.example").Status("/a", 500);
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/a"));

        await crawler.PassAsync(TimeSpan.FromDays(3));

        Web.RequestsTo("fails.example").Count(request => request.PathAndQuery == "/a").ShouldBe(5);
        (await crawler.WhyAsync(site.Url("/a"))).ShouldContain("Given up after 5 tries (status)");
    }

    [Fact]
    public async Task Why_answers_for_an_address_in_the_queue_and_for_one_that_nobody_ever_saw()
    {
        var site = Web.Site("queue.example");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/1"), site.Url("/2"));

        var view = await crawler.Queries.WhyAsync(site.Url("/2"), None);

        view.Explanation.ShouldContain("waiting for its turn at queue.example");
        view.Explanation.ShouldContain("where 2 addresses are due");
        view.Host!.Waiting.ShouldBe(2);
        (await crawler.Queries.WhyAsync("http://queue.example/3", None)).ShouldSatisfyAllConditions(
            unknown => unknown.Known.ShouldBeFalse(), unknown => unknown.Explanation.ShouldContain("never seen"), unknown => unknown.Host.ShouldBeNull());
    }

    [Fact]
    public async Task Why_says_that_a_page_waits_for_its_hosts_budget()
    {
        var site = Web.Site("budget.example").Page("/1", "<p>1</p>").Page("/2", "<p>2</p>");
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(site.Url("/1"), site.Url("/2"));
        await crawler.TurnAsync();

        var why = await crawler.WhyAsync(site.Url("/2"));

        why.ShouldContain("waiting for its turn at budget.example");
        why.ShouldEndWith("budget.example: the pause between two requests.");
    }

    [Theory]
    [InlineData("never", "", "off", "pages are not fetched, and its feed carries no text")]
    [InlineData("when-summary", "Disallow: /", "robots", "forbids it: Disallow: /")]
    public async Task Why_says_what_decided_against_an_entry(string pages, string rule, string reason, string because)
    {
        var site = Web.Site($"decided-{reason}.example").Robots($"User-agent: *\n{rule}\n").Page("/story", "<p>story</p>");
        site.Feed("/feed", $"<rss version='2.0'><channel><title>c</title><item><title>1</title><link>{site.Url("/story")}</link></item></channel></rss>");
        await using var crawler = await OpenAsync();
        await crawler.AddSourceAsync(site.Url("/feed"), new SourceSettings { Pages = pages });

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        var why = await crawler.Queries.WhyAsync(site.Url("/story"), None);
        (why.Known, why.Target!.Status, why.Target.Reason).ShouldBe((true, TargetStatus.Unfetched, reason));
        why.Explanation.ShouldContain(because);
        Web.RequestsTo(site.Host).ShouldNotContain(request => request.PathAndQuery == "/story");
    }

    [Fact]
    public async Task Why_says_that_a_source_was_removed_before_its_page_came_to_its_turn()
    {
        var site = Web.Site("removed.example").Page("/story", "<p>story</p>");
        site.Feed("/feed", $"<rss version='2.0'><channel><title>c</title><item><title>1</title><link>{site.Url("/story")}</link></item></channel></rss>");
        await using var crawler = await OpenAsync();
        await crawler.AddSourceAsync(site.Url("/feed"));
        await crawler.TurnAsync();
        await crawler.Get<SourceRegistry>().RemoveAsync((await crawler.TargetAsync(site.Url("/feed"))).SourceId!.Value, None);

        (await crawler.WhyAsync(site.Url("/story"))).ShouldContain("not fetched (off): Its source was removed before it was fetched.");
    }

    [Fact]
    public async Task Why_says_of_an_entry_that_was_named_again_what_became_of_it_the_first_time()
    {
        var site = Web.Site("again.example").Page("/story", "<p>story</p>");
        var item = $"<item><title>1</title><link>{site.Url("/story")}</link></item>";
        site.Feed("/a", $"<rss version='2.0'><channel><title>a</title>{item}{item}</channel></rss>").Feed("/b", $"<rss version='2.0'><channel><title>b</title>{item}</channel></rss>");
        await using var crawler = await OpenAsync();
        await crawler.AddSourceAsync(site.Url("/a"));
        await crawler.AddSourceAsync(site.Url("/b"));

        await crawler.PassAsync(TimeSpan.FromMinutes(2));

        Web.RequestsTo(site.Host).Count(request => request.PathAndQuery == "/story").ShouldBe(1);
        (await crawler.Queries.WhyAsync(site.Url("/story"), None)).Documents.ShouldHaveSingleItem().SourceId.ShouldBe((await crawler.TargetAsync(site.Url("/a"))).SourceId);
    }

    [Theory]
    [InlineData("http://127.0.0.1/a", "refused-address")]
    [InlineData("http://again.example:22/a", "invalid-url")]
    public async Task Why_says_that_an_address_is_against_our_own_rules(string url, string reason)
    {
        await using var crawler = await OpenAsync();
        await crawler.AskForAsync(url);

        await crawler.PassAsync(TimeSpan.FromMinutes(1));

        (await crawler.WhyAsync(url)).ShouldContain($"not fetched ({reason})");
    }

    [Fact]
    public async Task Why_says_of_the_address_of_a_source_how_the_source_does()
    {
        var site = Web.Site("sick.example").Status("/feed", 410);
        await using var crawler = await OpenAsync();
        await crawler.AddSourceAsync(site.Url("/feed"));

        await crawler.TurnAsync();

        var why = await crawler.WhyAsync(site.Url("/feed"));
        why.ShouldContain("The server says that the feed is gone for good.");
        why.ShouldContain("It is asked next at 2024-06-");
        why.ShouldNotContain("..");
    }
}
