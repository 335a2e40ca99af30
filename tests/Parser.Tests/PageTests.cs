using Dateline.Contracts;

namespace Dateline.Parser.Tests;

public sealed class PageTests
{
    private const string Json = """
        <title>Town to lengthen breakwater | The Lakeside Courier</title>
        <link rel="canonical" href="/news/breakwater">
        <meta property="og:site_name" content="The Lakeside Courier"><meta property="og:image" content="/img/wall.jpg">
        <script type="application/ld+json">
        // set by the template
        {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"The Lakeside Courier"},
         {"@type":["NewsArticle"],"headline":"Town to lengthen breakwater","datePublished":"2024-03-12T19:40:00+01:00","dateModified":"2024-03-13T08:00:00+01:00",
          "author":[{"@type":"Person","name":"Maja Lind"},{"@type":"Person","name":"By Otto Brandt"}],"keywords":["harbour","Lakeside"],}]}
        </script>
        """;

    private static Article Read(string head, string body) =>
        Samples.Article(Samples.Page(head, body), url: "https://courier.example/news/breakwater?utm_source=x");

    [Fact]
    public void Reads_the_fields_of_a_json_ld_graph_with_template_mistakes()
    {
        var article = Read(Json, $"<article><h1>Town to lengthen breakwater</h1>{Samples.Story}</article>");

        article.Title.ShouldBe("Town to lengthen breakwater");
        article.Authors.ShouldBe(["Maja Lind", "Otto Brandt"]);
        article.Published!.Value.ShouldBe(new DateTimeOffset(2024, 3, 12, 19, 40, 0, TimeSpan.FromHours(1)));
        article.Published.Source.ShouldBe("json-ld");
        article.Modified!.Value.ShouldBe(new DateTimeOffset(2024, 3, 13, 8, 0, 0, TimeSpan.FromHours(1)));
        article.CanonicalUrl.ShouldBe("https://courier.example/news/breakwater");
        article.Image.ShouldBe("https://courier.example/img/wall.jpg");
        article.SiteName.ShouldBe("The Lakeside Courier");
        article.Tags.ShouldBe(["harbour", "Lakeside"]);
        article.DeclaredLanguage.ShouldBe("en");
    }

    [Fact]
    public void Takes_the_story_and_leaves_the_furniture()
    {
        var article = Read(Json, $"<article><h1>Town to lengthen breakwater</h1><p>By Maja Lind</p><p>Share on Facebook</p>{Samples.Story}<p>Read also: <a href='/x'>Ferry strike</a></p></article>");

        article.Blocks.Count.ShouldBe(4);
        article.Blocks[0].Text.ShouldStartWith("The harbour board of Lakeside has voted");
        article.Text.ShouldNotContain("Ferry strike");
        article.Text.ShouldNotContain("rights reserved");
    }

    [Fact]
    public void Reads_byline_and_time_element_when_nothing_else_is_there()
    {
        var article = Read(
            "<title>Town to lengthen breakwater</title>",
            $"<article><h1>Town to lengthen breakwater</h1><div class='byline'>By <a rel='author' href='/ml'>Maja Lind</a></div><time datetime='2024-03-12'>12 March</time>{Samples.Story}</article>");

        article.Authors.ShouldBe(["Maja Lind"]);
        article.Published!.Value.ShouldBe(new DateTimeOffset(2024, 3, 12, 0, 0, 0, TimeSpan.Zero));
        article.Published.Source.ShouldBe("time");
        article.Published.Precision.ShouldBe(DatePrecision.Day);
    }

    [Fact]
    public void Makes_blocks_of_headings_lists_quotes_captions_and_tables()
    {
        var article = Read(Json, $"""
            <article><h1>Town to lengthen breakwater</h1>{Samples.Story}
            <figure><img src="/a.jpg"><figcaption>The breakwater seen from the lighthouse</figcaption></figure>
            <h2>What it costs</h2><p>The board gave these figures for the three parts of the work, and said that none of them would change.</p>
            <table><tr><th>Part</th><th>Crowns</th></tr><tr><td>Stones</td><td>5 m</td></tr><tr><td>Crane</td><td>4 m</td></tr></table>
            <blockquote><p>We have waited long enough for this wall, and now it comes.</p></blockquote>
            <ul><li>Spring: stones arrive by barge from the quarry</li><li>Summer: the crane is set up on the old wall</li></ul>
            <p>The board meets again in June to choose the company that does the work.</p></article>
            """);

        article.Blocks.ShouldContain(new Block { Kind = BlockKind.Heading, Text = "What it costs", Level = 2 });
        article.Blocks.ShouldContain(new Block { Kind = BlockKind.Caption, Text = "The breakwater seen from the lighthouse" });
        article.Blocks.ShouldContain(new Block { Kind = BlockKind.Table, Text = "Part | Crowns\nStones | 5 m\nCrane | 4 m" });
        article.Blocks.ShouldContain(new Block { Kind = BlockKind.Quote, Text = "We have waited long enough for this wall, and now it comes." });
        article.Blocks.ShouldContain(new Block { Kind = BlockKind.List, Text = "Spring: stones arrive by barge from the quarry\nSummer: the crane is set up on the old wall" });
    }

    [Fact]
    public void Parts_paragraphs_at_double_line_breaks()
    {
        var article = Read("<title>Town to lengthen breakwater</title>", $"<div id='story'>{Samples.Story.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "<br><br>", StringComparison.Ordinal)}</div>");

        article.Blocks.Count.ShouldBe(4);
    }

    [Fact]
    public void Says_that_two_sources_disagree_about_the_date()
    {
        var article = Samples.Article(
            Samples.Page("<title>Town to lengthen breakwater</title><meta property='article:published_time' content='2024-03-12T10:00:00Z'>", $"<article>{Samples.Story}</article>"),
            url: "https://courier.example/2023/11/05/breakwater");

        article.Published!.Value.Year.ShouldBe(2024);
        article.Published.Conflict.ShouldBeTrue();
        article.DateCandidates.Select(date => date.Source).ShouldBe(["meta", "url"]);
    }

    [Fact]
    public void Gives_no_date_rather_than_the_one_of_another_story()
    {
        var article = Read("<title>Town to lengthen breakwater</title>", $"<article>{Samples.Story}</article><aside><h3>Latest</h3><time datetime='2024-01-01'>1 January</time></aside>");

        article.Published.ShouldBeNull();
    }

    [Fact]
    public void Falls_back_on_what_the_feed_said()
    {
        var feed = new FeedHints { Title = "From the feed", Authors = ["Feed Author"], PublishedAt = new DateTimeOffset(2024, 3, 12, 9, 0, 0, TimeSpan.Zero), Language = "en" };

        var article = Samples.Article($"<html><body><div>{Samples.Story}</div></body></html>", feed: feed);

        article.Title.ShouldBe("From the feed");
        article.TitleDerived.ShouldBeFalse();
        article.Authors.ShouldBe(["Feed Author"]);
        article.Published!.Source.ShouldBe("feed");
    }

    [Fact]
    public void Takes_the_text_of_json_ld_when_the_page_shows_less()
    {
        var body = string.Join(" ", Enumerable.Repeat("The harbour board of Lakeside has voted to lengthen the breakwater by forty metres.", 6));
        var head = $$"""<title>Town to lengthen breakwater</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Town to lengthen breakwater","articleBody":"{{body}}"}</script>""";

        var article = Read(head, "<div id='root'>Loading, please wait a moment</div>");

        article.Text.ShouldBe(body);
        article.Warnings.ShouldHaveSingleItem();
    }

    [Fact]
    public void Lists_the_feeds_a_page_advertises()
    {
        var result = Samples.Parse(
            Samples.Page("""<title>Town to lengthen breakwater</title><link rel="alternate" type="application/rss+xml" title="News" href="/feed.xml">""", $"<article>{Samples.Story}</article>"),
            url: "https://courier.example/news/breakwater");

        result.Feeds.ShouldBe([new FeedLink("https://courier.example/feed.xml", "News", "application/rss+xml")]);
    }

    [Fact]
    public void Keeps_a_brief_of_two_sentences()
    {
        var article = Read("<title>Bridge closed</title><meta property='og:type' content='article'>", "<article><h1>Bridge closed</h1><p>The old bridge of Amsel is closed to cars from today, the police said. Buses take the motorway.</p></article>");

        article.Blocks.ShouldHaveSingleItem().Text.ShouldStartWith("The old bridge of Amsel");
    }

    /// <summary>A template that knows no type writes an empty list of them.</summary>
    [Fact]
    public void Reads_a_page_whose_json_ld_has_a_node_of_no_type()
    {
        var article = Read("""<title>Town to lengthen breakwater</title><script type="application/ld+json">{"@type":[],"name":"The Lakeside Courier"}</script>""", $"<article>{Samples.Story}</article>");

        article.Title.ShouldBe("Town to lengthen breakwater");
    }
}
