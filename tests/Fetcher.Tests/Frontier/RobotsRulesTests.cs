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

    /// <summary>RFC 9309, section by section: the part of a robots.txt for everybody, a path, and whether it may be fetched.</summary>
    [Theory]
    // 2.2.2: matching is by octets from the beginning of the path, and case counts
    [InlineData("Disallow: /fish", "/fish", false)]
    [InlineData("Disallow: /fish", "/fish.html", false)]
    [InlineData("Disallow: /fish", "/fishheads/yummy.html", false)]
    [InlineData("Disallow: /fish", "/Fish.asp", true)]
    [InlineData("Disallow: /fish", "/catfish", true)]
    [InlineData("Disallow: /fish", "/?id=fish", true)]
    [InlineData("Disallow: /fish/", "/fish", true)]
    [InlineData("Disallow: /fish/", "/fish/?id=anything", false)]
    [InlineData("Disallow: fish", "/fish", true)]
    // 2.2.2: the most specific rule counts, wherever it stands; allowing wins between equals
    [InlineData("Allow: /p\nDisallow: /", "/page", true)]
    [InlineData("Disallow: /\nAllow: /p", "/page", true)]
    [InlineData("Allow: /folder\nDisallow: /folder", "/folder/page", true)]
    [InlineData("Allow: /page\nDisallow: /*.htm", "/page.htm", false)]
    [InlineData("Allow: /page\nDisallow: /*.ph", "/page.php5", true)]
    [InlineData("Allow: /$\nDisallow: /", "/", true)]
    [InlineData("Allow: /$\nDisallow: /", "/page.htm", false)]
    [InlineData("Allow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/disallowed.gif", false)]
    // 2.2.2: one path in several spellings
    [InlineData("Disallow: /foo/bar?baz=quz", "/foo/bar?baz=quz", false)]
    [InlineData("Disallow: /foo/bar?baz=https%3A%2F%2Ffoo.bar", "/foo/bar?baz=https%3a%2f%2ffoo.bar", false)]
    [InlineData("Disallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", false)]
    [InlineData("Disallow: /foo/bar/%E3%83%84", "/foo/bar/ツ", false)]
    [InlineData("Disallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false)]
    [InlineData("Disallow: /foo/bar/baz", "/foo/bar/%62%61%7A", false)]
    [InlineData("Disallow: /a%2Fb", "/a/b", true)]
    // 2.2.2: nothing to match, nothing to forbid; robots.txt itself is always allowed
    [InlineData("Disallow:", "/any", true)]
    [InlineData("Disallow: /", "/robots.txt", true)]
    [InlineData("", "/any", true)]
    // 2.2.3: special characters
    [InlineData("Disallow: /path # not a part of it", "/path", false)]
    [InlineData("Disallow: /path/file-with-a-%2A.html", "/path/file-with-a-*.html", false)]
    [InlineData("Disallow: /path/file-with-a-%2A.html", "/path/file-with-a-b.html", true)]
    [InlineData("Disallow: /path/foo-%24", "/path/foo-$", false)]
    [InlineData("Disallow: /path/foo-%24", "/path/foo-", true)]
    [InlineData("Disallow: /price$list", "/price$list/1", false)]
    [InlineData("Disallow: *", "/any", false)]
    [InlineData("Disallow: /*/end", "/a/b/c/end", false)]
    [InlineData("Disallow: /fish*.php", "/fishheads/catfish.php?parameters", false)]
    [InlineData("Disallow: /*.gif$", "/a.gif", false)]
    [InlineData("Disallow: /*.gif$", "/a.gif?x", true)]
    // 2.2.4: other records stand anywhere and change nothing; lines that are none are passed over
    [InlineData("Sitemap: https://site.example/map.xml\nDisallow: /x", "/x", false)]
    [InlineData("Host: site.example\nnonsense\n: /\nDisallow: /x", "/x", false)]
    [InlineData("  disallow :   /x  ", "/x", false)]
    public void The_RFC_is_kept_to(string rules, string path, bool allowed) =>
        (RobotsRules.Parse($"User-agent: *\n{rules}\n", "Dateline").Forbids(new Uri("http://site.example" + path)) is null).ShouldBe(allowed);

    /// <summary>RFC 9309 §2.2.1: whose rules are ours.</summary>
    [Theory]
    [InlineData("User-agent: DATELINE\nDisallow: /ours", "/ours")]
    [InlineData("User-agent: Dateline/2.1\nDisallow: /ours", "/ours")]
    [InlineData("User-agent: Dateline news fetcher\nDisallow: /ours", "/ours")]
    [InlineData("User-agent: Datelines\nDisallow: /theirs", null)]
    [InlineData("User-agent: Date\nDisallow: /theirs", null)]
    [InlineData("User-agent: *\nDisallow: /all\n\nUser-agent: Dateline\nAllow: /", null)]
    [InlineData("User-agent: a\nUser-agent: Dateline\n\nUser-agent: b\nDisallow: /ours", "/ours")]
    [InlineData("User-agent: Dateline\nDisallow: /x\n\nUser-agent: a\nDisallow: /\n\nUser-agent: Dateline\nDisallow: /ours", "/ours")]
    [InlineData("User-agent: *\nDisallow: /x\nUser-agent: *\nDisallow: /all", "/all")]
    [InlineData("\uFEFFUser-agent: Dateline\r\nDisallow: /ours\r\n", "/ours")]
    public void The_rules_of_all_groups_that_name_us_count_together(string text, string? rule)
    {
        var rules = RobotsRules.Parse(text, "Dateline");

        (rules.Forbids(new Uri("http://site.example/ours")) ?? rules.Forbids(new Uri("http://site.example/all")) ?? rules.Forbids(new Uri("http://site.example/theirs"))).ShouldBe(rule);
    }

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
