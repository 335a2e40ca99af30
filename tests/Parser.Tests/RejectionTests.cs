using System.Text;
using Dateline.Contracts;

namespace Dateline.Parser.Tests;

public sealed class RejectionTests
{
    private static readonly string Teasers = string.Concat(Enumerable.Range(1, 12).Select(n =>
        $"<div class='teaser'><h3><a href='/story-{n}'>Story number {n} of the day</a></h3><p>What happened in town number {n}.</p></div>"));

    [Fact]
    public void Rejects_no_bytes_as_empty() =>
        Samples.Rejected("").Reason.ShouldBe(RejectionReason.Empty);

    [Fact]
    public void Rejects_white_space_as_empty() =>
        Samples.Rejected(" \r\n\t ").Reason.ShouldBe(RejectionReason.Empty);

    [Fact]
    public void Rejects_a_lone_headline_as_too_short() =>
        Samples.Rejected("Bridge closed until further notice").Reason.ShouldBe(RejectionReason.TooShort);

    [Theory]
    [InlineData("<title>404 Not Found</title>", "<h1>Not Found</h1><p>The requested page was not found on this server.</p>")]
    [InlineData("<title>The Lakeside Courier</title>", "<h1>Page not found</h1><p>We looked everywhere, and it is not here. Try our search to find what you were looking for.</p>")]
    [InlineData("<title>Seite nicht gefunden</title>", "<p>Die Seite wurde verschoben oder gelöscht. Bitte nutzen Sie unsere Suche, um sie zu finden.</p>")]
    public void Rejects_an_error_page(string head, string body) =>
        Samples.Rejected(Samples.Page(head, body)).Reason.ShouldBe(RejectionReason.ErrorPage);

    [Fact]
    public void Keeps_a_story_about_a_page_that_was_not_found() =>
        Samples.Article(Samples.Page("<title>Page not found: how a town lost its archive</title><meta property='og:type' content='article'>", $"<article><h1>Page not found: how a town lost its archive</h1>{Samples.Story}</article>"))
            .Title.ShouldBe("Page not found: how a town lost its archive");

    [Fact]
    public void Rejects_a_login_wall() =>
        Samples.Rejected(Samples.Page("<title>Sign in to continue</title>", "<h1>Sign in to continue reading</h1><form><input name='u'><input type='password' name='p'></form><p>Members read everything, every day, on every device they own.</p>"))
            .Reason.ShouldBe(RejectionReason.LoginWall);

    /// <summary>Unusual: a site of few words has the form to sign in on each of its pages, and tells its story in lines that are no paragraphs.</summary>
    [Fact]
    public void A_form_to_sign_in_beside_a_short_story_makes_no_wall()
    {
        var lines = string.Join("<br>", Enumerable.Range(1, 9).Select(n => $"On day {n} the crews of Lakeside carried stones to the breakwater until the tide came in."));
        Samples.Article(Samples.Page("<title>Nine days of stones</title>", $"<form><input name='u'><input type='password' name='p'></form><h2>Nine days of stones</h2><div>{lines}</div>"))
            .Title.ShouldBe("Nine days of stones");
    }

    [Fact]
    public void Rejects_a_consent_page() =>
        Samples.Rejected("<html><head><title>Before you continue</title></head><body><p>We use cookies and data to deliver our services, to measure audience engagement and site statistics.</p><button>Accept all</button></body></html>")
            .Reason.ShouldBe(RejectionReason.ConsentPage);

    [Fact]
    public void Rejects_a_listing() =>
        Samples.Rejected(Samples.Page("<title>News</title>", Teasers), url: "https://courier.example/news/").Reason.ShouldBe(RejectionReason.Listing);

    /// <summary>Unusual: headlines are plain links in a list, without headings.</summary>
    [Fact]
    public void Rejects_a_listing_of_plain_links() =>
        Samples.Rejected(Samples.Page("<title>News</title>", $"<h1>Latest stories from the region</h1><ul>{string.Concat(Enumerable.Range(1, 12).Select(n => $"<li><a href='/story-{n}'>Ferry number {n} stays in the harbour</a> <time>2024-03-{n:00}</time></li>"))}</ul>"))
            .Reason.ShouldBe(RejectionReason.Listing);

    /// <summary>Unusual: every headline opens a paragraph with its teaser, all under one parent.</summary>
    [Fact]
    public void Rejects_a_listing_whose_teasers_are_paragraphs() =>
        Samples.Rejected(Samples.Page("<title>News</title>", $"<main>{string.Concat(Enumerable.Range(1, 12).Select(n => $"<p><a href='/story-{n}'>Ferry number {n} stays in the harbour</a><br>The company says that the ship needs a new engine before it may carry cars across the lake again this year.</p>"))}</main>"))
            .Reason.ShouldBe(RejectionReason.Listing);

    /// <summary>Broken: JSON-LD describes the listed stories as articles, which the page is none of.</summary>
    [Fact]
    public void Rejects_a_listing_that_describes_its_stories()
    {
        var items = string.Join(',', Enumerable.Range(1, 8).Select(n => $$$"""{"@type":"ListItem","item":{"@type":"NewsArticle","headline":"Story number {{{n}}} of the day"}}"""));
        Samples.Rejected(Samples.Page($$"""<title>News</title><script type="application/ld+json">{"@type":"ItemList","itemListElement":[{{items}}]}</script>""", Teasers)).Reason.ShouldBe(RejectionReason.Listing);
    }

    [Fact]
    public void Rejects_a_short_page_that_calls_itself_a_collection() =>
        Samples.Rejected(Samples.Page("""<title>Harbour</title><script type="application/ld+json">{"@type":"CollectionPage","name":"Harbour"}</script>""", $"<main><h1>Harbour</h1>{string.Concat(Enumerable.Range(1, 5).Select(n => $"<div><h2><a href='/story-{n}'>Story number {n} of the day</a></h2></div>"))}</main>"))
            .Reason.ShouldBe(RejectionReason.Listing);

    /// <summary>Short news is still news, whatever is linked around it.</summary>
    [Fact]
    public void Keeps_short_news_beside_a_list_of_headlines()
    {
        var links = string.Concat(Enumerable.Range(1, 9).Select(n => $"<li><a href='/story-{n}'>Ferry number {n} stays here</a></li>"));
        Samples.Article(Samples.Page("<title>Bridge is closed</title>", $"<main><h1>Bridge is closed until further notice</h1><p>The bridge over the northern channel was closed on Tuesday after an inspection found cracks in two of its pillars, the town said. Buses take the way around the lake until engineers have finished their report, which is expected early next week.</p><ul>{links}</ul></main>"))
            .Title.ShouldBe("Bridge is closed until further notice");
    }

    /// <summary>Broken: a checklist has no paragraph of any length, and the page links more stories than it has steps.</summary>
    [Fact]
    public void Keeps_a_checklist_beside_a_list_of_headlines()
    {
        var steps = string.Concat(Enumerable.Range(1, 4).Select(month => $"<h4>Month {month}</h4><ul>{string.Concat(Enumerable.Range(1, 8).Select(n => $"<li>Oil hinge {n} of lock gate {month}, and write down how far it still opens</li>"))}</ul>"));
        var links = string.Concat(Enumerable.Range(1, 12).Select(n => $"<div><a href='/story-{n}'>Ferry number {n} stays in the harbour</a></div>"));

        Samples.Article(Samples.Page("<title>How to bring a lock through the winter</title>", $"<div><h1>How to bring a lock through the winter</h1>{steps}</div><div>{links}</div>"))
            .Title.ShouldBe("How to bring a lock through the winter");
    }

    /// <summary>Broken: every paragraph has a container of its own, and the page is surrounded by links.</summary>
    [Fact]
    public void Keeps_a_story_whose_paragraphs_share_no_parent()
    {
        string[] paragraphs =
        [
            "The harbour board of Lakeside has voted to lengthen the northern breakwater by forty metres, ending a dispute that had divided the town for more than three years. Work will begin in spring, once the herring season is over, and should take eleven months, the board's chair, Maren Holt, told reporters after the meeting on Tuesday evening.",
            "Fishing crews had asked for the wall since a storm sank two moored boats, while hotel owners feared that it would hide the view over the bay from the promenade. The plan that was accepted now is half a metre lower than the first one, and the architects have moved the light at its end further out, so that the view stays open to the south.",
            "The state will pay sixty per cent of the cost of nine million crowns. The town has to find the rest, and will raise the mooring fees for yachts to do so, Holt said. Owners of small boats pay the old fees for another two years, after which the council wants to look at the figures again and hear the sailing clubs before it decides anything.",
        ];
        var links = string.Concat(Enumerable.Range(1, 30).Select(n => $"<div><a href='/story-{n}'>Ferry number {n} stays in the harbour of the town for now</a></div>"));
        Samples.Article(Samples.Page("<title>Town to lengthen breakwater</title>", $"<main><h1>Town to lengthen breakwater</h1>{string.Concat(paragraphs.Select(paragraph => $"<div><p>{paragraph}</p></div>"))}{links}</main>"))
            .Title.ShouldBe("Town to lengthen breakwater");
    }

    [Fact]
    public void Rejects_a_front_page_and_names_its_feeds()
    {
        var rejected = Samples.Rejected(Samples.Page("<title>The Lakeside Courier</title><link rel='alternate' type='application/atom+xml' href='/atom.xml'>", Teasers), url: "https://courier.example/");

        rejected.Reason.ShouldBe(RejectionReason.HomePage);
        rejected.Feeds.ShouldHaveSingleItem().Url.ShouldBe("https://courier.example/atom.xml");
    }

    [Fact]
    public void Keeps_an_article_with_many_related_headlines() =>
        Samples.Article(Samples.Page("<title>Town to lengthen breakwater</title>", $"<article><h1>Town to lengthen breakwater</h1>{Samples.Story}</article>{Teasers}"))
            .Text.ShouldContain("harbour board");

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title></channel></rss>")]
    [InlineData("<?xml version=\"1.0\"?><!-- made by hand --><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>News</title></feed>")]
    [InlineData("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"></rdf:RDF>")]
    [InlineData("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"></urlset>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"News\",\"items\":[]}")]
    public void Rejects_a_feed_and_says_where_it_belongs(string text)
    {
        var rejected = Samples.Rejected(text, "page.html");

        rejected.Reason.ShouldBe(RejectionReason.Feed);
        rejected.Detail.ShouldContain("Add it as a source");
    }

    [Theory]
    [InlineData("PK\u0003\u0004 and so on", "a zip archive")]
    [InlineData("GIF89a and so on", "a GIF image")]
    [InlineData("{\\rtf1 and so on}", "an RTF document")]
    [InlineData("<?xml version=\"1.0\"?><invoice><total>1</total></invoice>", "an XML document <invoice>")]
    public void Rejects_a_format_it_cannot_read_and_names_it(string text, string named)
    {
        var rejected = Samples.Rejected(text, "article.txt");

        rejected.Reason.ShouldBe(RejectionReason.UnsupportedFormat);
        rejected.Detail.ShouldContain(named);
    }

    [Fact]
    public void Rejects_numbers_as_no_article() =>
        Samples.Rejected(string.Join('\n', Enumerable.Range(0, 200).Select(n => $"{n};{n * 3};{n % 7}")), "table.txt").Reason.ShouldBe(RejectionReason.NotAnArticle);

    [Fact]
    public void Rejects_program_code_as_no_article() =>
        Samples.Rejected(string.Concat(Enumerable.Repeat("for (var i = 0; i < count; i++) { total += values[i]; names_of[i] = null; }\n", 40)), "code.txt").Reason.ShouldBe(RejectionReason.NotAnArticle);

    [Fact]
    public void Rejects_what_is_larger_than_the_bound_and_names_the_setting()
    {
        var parser = new DocumentParser(new ParserOptions { MaxBytes = 2048 });

        var rejected = parser.Parse(new ParseInput { Bytes = Encoding.UTF8.GetBytes(new string('a', 3000)) }, CancellationToken.None).ShouldBeOfType<ParseResult.Rejected>();

        rejected.Reason.ShouldBe(RejectionReason.TooLarge);
        rejected.Detail.ShouldContain("Parser:MaxBytes");
    }

    [Fact]
    public void Refuses_an_option_out_of_its_range() =>
        Should.Throw<ArgumentException>(() => new DocumentParser(new ParserOptions { MaxHtmlDepth = 0 })).Message.ShouldContain("MaxHtmlDepth");
}
