using System.Text;
using Dateline.Contracts;
using Shouldly;

namespace Dateline.Parser.Tests;

/// <summary>Pages that say who wrote them and when in one way each.</summary>
public sealed class MetadataTests
{
    private const string Story = """
        <p>The harbour board voted on Tuesday to raise the toll for container ships by four percent, its first rise in nine years.</p>
        <p>Shipping lines had asked for a delay until the new quay is open, which the board expects to happen late next summer.</p>
        <p>Members said the money is needed to dredge the channel, where three ships ran aground during the storms of last winter.</p>
        """;

    private static readonly DocumentParser Parser = new(new ParserOptions());

    [Theory]
    [InlineData("Veröffentlicht am 16. August 2019")]
    [InlineData("Opublikowano: 16 sierpnia 2019")]
    [InlineData("Publicado el 16 de agosto de 2019")]
    [InlineData("Datum: 16.08.2019, 10:00 Uhr")]
    [InlineData("发布时间：2019年8月16日")]
    public void Reads_the_date_that_stands_under_the_headline(string line) =>
        Day(Parse("", $"<div>{line}</div>")).ShouldBe(new DateOnly(2019, 8, 16));

    [Fact]
    public void Reads_the_machine_readable_title_of_an_abbreviation() =>
        Parse("", "<abbr class='published' title='2016-12-23T05:11:00-05:00'>5:11 AM</abbr>").Published!.Value
            .ShouldBe(new DateTimeOffset(2016, 12, 23, 5, 11, 0, TimeSpan.FromHours(-5)));

    [Fact]
    public void Reads_the_date_of_the_page_where_JSON_LD_describes_no_article() =>
        Day(Parse("""<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2014-03-17T01:44:37+00:00"}]}</script>""", "", "<p>17.03.2014</p>")).ShouldBe(new DateOnly(2014, 3, 17));

    [Fact]
    public void Tells_the_publishers_zone_from_a_clock_that_is_shown_beside_the_instant_in_UTC() =>
        Parse("""<meta property="article:published_time" content="2023-11-09T01:49:09+00:00">""", "<time itemprop='datePublished' datetime='2023-11-08 17:49:09'>November 8, 2023 at 5:49 p.m.</time>").Published!.Value
            .ShouldBe(new DateTimeOffset(2023, 11, 8, 17, 49, 9, TimeSpan.FromHours(-8)));

    [Fact]
    public void Takes_the_offset_of_a_second_date_that_is_the_same_instant()
    {
        var published = Parse("""
            <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-10-18T22:04:00Z"}</script>
            <meta name="date" content="Sat, 19 Oct 2019 00:04:00 +0200">
            """, "").Published!.Value;

        published.ShouldBe(new DateTimeOffset(2019, 10, 19, 0, 4, 0, TimeSpan.FromHours(2)));
        published.Offset.ShouldBe(TimeSpan.FromHours(2));
    }

    [Fact]
    public void Takes_no_date_of_a_copyright_line() =>
        Parse("", "", "<footer><p>Copyright © 19.12.2019 by the Harbour Post</p></footer>").Published.ShouldBeNull();

    [Fact]
    public void Takes_no_date_of_a_comment() =>
        Parse("", "", "<div class='comments'><div class='date'>Posted on 8 December 2010</div></div>").Published.ShouldBeNull();

    [Fact]
    public void Finds_the_name_in_the_element_behind_the_word_by() =>
        Parse("", "<span>By</span> <span>Ana Ruiz</span>").Authors.ShouldBe(["Ana Ruiz"]);

    [Fact]
    public void Prefers_the_person_who_signs_to_the_site_that_is_declared_as_author() =>
        Parse("""<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Harbour Post">""", "<a rel='author' href='/team/ana'>Ana Ruiz</a>").Authors.ShouldBe(["Ana Ruiz"]);

    [Fact]
    public void Keeps_an_agency_as_the_author_where_nobody_else_signs() =>
        Parse("""<meta name="author" content="The Associated Press">""", "").Authors.ShouldBe(["The Associated Press"]);

    [Fact]
    public void Takes_the_address_of_a_profile_for_no_name() =>
        Parse("""<meta property="article:author" content="https://social.example/harbourpost">""", "").Authors.ShouldBeEmpty();

    [Fact]
    public void Keeps_the_day_of_a_dateline_without_its_year()
    {
        var article = Parser.FromText("HEFEI, July 18 (Xinhua) -- The province opened a new ferry line across the lake.", null, null);

        article.Dateline.ShouldBe(new Contracts.Dateline { Place = "HEFEI", PartialDate = "--07-18", Agency = "Xinhua" });
    }

    /// <summary>Broken: a plugin dates every page, the contact form too, and the page shows no date.</summary>
    [Fact]
    public void Takes_no_date_of_a_plain_page_that_shows_none() =>
        Parse("""<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2014-03-17T01:44:37+00:00"}]}</script>""", "").Published.ShouldBeNull();

    /// <summary>Broken: a review of the page is shown where others show when it was published.</summary>
    [Fact]
    public void Takes_no_review_for_the_publication()
    {
        var article = Parse("", "<div>Last reviewed: 14 April 2025</div>");

        article.Published.ShouldBeNull();
        article.Modified!.Value.ShouldBe(new DateTimeOffset(2025, 4, 14, 0, 0, 0, TimeSpan.Zero));
    }

    /// <summary>Broken: an offer's end is the only date near the headline.</summary>
    [Fact]
    public void Takes_no_date_of_an_end() =>
        Parse("", "<p>This estimate is valid through 23 January 2026</p>").Published.ShouldBeNull();

    /// <summary>Unusual: an old mail is quoted with its own date.</summary>
    [Fact]
    public void Takes_no_date_of_a_quoted_mail() =>
        Parse("", "<pre>Date: Fri, 1 Feb 2002 11:53:40</pre>").Published.ShouldBeNull();

    /// <summary>Unusual: a month beside the headline is the issue of a magazine or a subject.</summary>
    [Fact]
    public void Takes_no_month_that_is_only_shown() =>
        Parse("", "<div class='date'>Oktober 2018</div>").Published.ShouldBeNull();

    /// <summary>Broken: the template calls the column of the story a widget.</summary>
    [Fact]
    public void Reads_the_date_inside_of_a_widget_that_holds_the_story()
    {
        var html = $"<html lang='en'><head><title>Notes</title></head><body><div class='widget blog'><h3>Board raises the harbour toll</h3><abbr itemprop='datePublished' title='2018-06-05T08:00:00-07:00'>08:00</abbr>{Story}</div></body></html>";
        Samples.Article(html, "a.html").Published!.Value.ShouldBe(new DateTimeOffset(2018, 6, 5, 8, 0, 0, TimeSpan.FromHours(-7)));
    }

    /// <summary>Broken: the line with the date over the headline is called a teaser.</summary>
    [Fact]
    public void Reads_the_date_right_over_the_headline()
    {
        var html = $"<html lang='de'><head><title>Board raises the harbour toll</title></head><body><div class='page'><h3 class='teaser-meta'>02.01.2022</h3><h1>Board raises the harbour toll</h1>{Story}</div></body></html>";
        Day(Samples.Article(html, "a.html")).ShouldBe(new DateOnly(2022, 1, 2));
    }

    /// <summary>Broken: JSON-LD leaves the zone out that the meta element has.</summary>
    [Fact]
    public void Takes_the_zone_of_the_same_clock_in_another_place()
    {
        var published = Parse("""
            <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-04-28T18:11:01"}</script>
            <meta name="date" content="2023-04-28T18:11:01+02:00">
            """, "").Published!;

        published.Value.ShouldBe(new DateTimeOffset(2023, 4, 28, 18, 11, 1, TimeSpan.FromHours(2)));
        published.ZoneKnown.ShouldBeTrue();
    }

    /// <summary>Unusual: the instant is in UTC and the address has the publisher's day, which is the one before.</summary>
    [Fact]
    public void Tells_the_publishers_day_from_the_address()
    {
        var published = Samples.Article($$"""
            <html><head><title>Board raises the harbour toll</title><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-11-09T01:49:09Z"}</script></head>
            <body><article><h1>Board raises the harbour toll</h1>{{Story}}</article></body></html>
            """, "a.html", "https://courier.example/2023/11/08/toll").Published!;

        published.Value.ShouldBe(new DateTimeOffset(2023, 11, 9, 1, 49, 9, TimeSpan.Zero));
        DateOnly.FromDateTime(published.Value.DateTime).ShouldBe(new DateOnly(2023, 11, 8));
    }

    [Fact]
    public void Reads_a_day_that_comes_first_in_the_address() =>
        Day(Samples.Article($"<html><head><title>Board raises the harbour toll</title></head><body><article><h1>Board raises the harbour toll</h1>{Story}</article></body></html>", "a.html", "https://courier.example/news/29-10-2021"))
            .ShouldBe(new DateOnly(2021, 10, 29));

    private static DateOnly? Day(Article article) => article.Published is { } date ? DateOnly.FromDateTime(date.Value.Date) : null;

    private static Article Parse(string head, string byline, string after = "")
    {
        var html = $"<html lang='de'><head><title>Board raises the harbour toll</title>{head}</head><body><article><h1>Board raises the harbour toll</h1>{byline}{Story}</article>{after}</body></html>";
        return Parser.Parse(new ParseInput { Bytes = Encoding.UTF8.GetBytes(html), MediaType = "text/html" }, TestContext.Current.CancellationToken)
            .ShouldBeOfType<ParseResult.Parsed>().Article;
    }
}
