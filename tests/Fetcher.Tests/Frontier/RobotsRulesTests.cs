using Dateline.Fetcher.Frontier;

namespace Dateline.Fetcher.Tests.Frontier;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "/private/a", "/private")]
    [InlineData("User-agent: *\nDisallow: /private", "/public", null)]
    [InlineData("User-agent: *\nDisallow:", "/a", null)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", null)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", null)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", null)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/x/y.php", "/*.php$")]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/x/y.php?z", null)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-x-b-y-c-z", "/a*b*c")]
    [InlineData("User-agent: *\nDisallow: /größe", "/gr%C3%B6%C3%9Fe/1", "/gr%C3%B6%C3%9Fe")]
    [InlineData("User-agent: *\nDisallow: /%e4", "/%E4", "/%E4")]
    [InlineData("USER-AGENT: dateline\ndisallow: /x # a comment\n\nUser-agent: *\nDisallow: /", "/y", null)]
    [InlineData("User-agent: other\nUser-agent: Dateline/2.0\nDisallow: /x", "/x", "/x")]
    [InlineData("User-agent: Dateline\nDisallow: /x\nUser-agent: other\nDisallow: /\nUser-agent: Dateline\nDisallow: /y", "/y", "/y")]
    [InlineData("User-agent: other\nDisallow: /", "/a", null)]
    [InlineData("Disallow: /", "/a", null)]
    [InlineData("<html><body>Not found</body></html>", "/a", null)]
    public void The_longest_rule_of_the_group_that_names_us_counts(string text, string path, string? rule) =>
        RobotsRules.Parse(text, "Dateline").Forbids(new Uri("http://site.example" + path)).ShouldBe(rule);

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 7", 7)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: 86400", 120)]
    public void A_pause_that_is_asked_for_is_kept_within_reason(string text, double seconds) =>
        RobotsRules.Parse(text, "Dateline").CrawlDelay.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Stars_without_end_are_matched_in_time()
    {
        var rules = RobotsRules.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2_000)) + "$", "Dateline");

        rules.Forbids(new Uri("http://site.example/" + new string('a', 4_000) + "b")).ShouldBeNull();
    }
}
