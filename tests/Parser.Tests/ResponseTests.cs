using Dateline.Contracts;

namespace Dateline.Parser.Tests;

/// <summary>What a server's answer says of a page, beside or against what the page says itself.</summary>
public sealed class ResponseTests
{
    private const string Url = "https://courier.example/news/breakwater?from=front";

    [Theory]
    [InlineData("noai, noimageai", "noai,noimageai")]
    [InlineData("NoIndex", "noindex")]
    [InlineData("googlebot: noindex, nofollow", "noindex")]
    [InlineData("otherbot: noindex, noai", "")]
    [InlineData("otherbot: nofollow, googlebot: noai", "noai")]
    [InlineData("*: noai", "noai")]
    [InlineData("max-snippet: 20, noai", "noai")]
    [InlineData("unavailable_after: 25 Jun 2030 15:00:00 PST, noarchive", "noarchive")]
    public void Reads_what_a_robots_field_asks_of_everybody(string field, string expected) =>
        string.Join(',', Article("", ("X-Robots-Tag", field)).Terms?.OptOuts ?? []).ShouldBe(expected);

    [Fact]
    public void A_field_that_names_a_machine_says_nothing_of_the_next_one() =>
        Article("", ("X-Robots-Tag", "otherbot: noindex"), ("X-Robots-Tag", "noai")).Terms!.OptOuts.ShouldBe(["noai"]);

    [Fact]
    public void Adds_to_what_the_page_asks_for() =>
        Article("<meta name='robots' content='noai'>", ("X-Robots-Tag", "noai, noindex"), ("TDM-Reservation", "1"), ("tdm-policy", "/tdm.json"))
            .Terms!.ShouldSatisfyAllConditions(
                terms => terms.OptOuts.ShouldBe(["noai", "tdm-reservation", "noindex"]),
                terms => terms.TdmPolicy.ShouldBe("https://courier.example/tdm.json"));

    [Fact]
    public void A_reservation_of_the_server_holds_where_the_page_has_none() =>
        Article("<meta name='tdm-reservation' content='0'>", ("tdm-reservation", "1")).Terms!.OptOuts.ShouldBe(["tdm-reservation"]);

    [Fact]
    public void Without_a_word_about_use_there_are_no_terms() =>
        Article("", ("X-Robots-Tag", "all"), ("tdm-reservation", "0"), ("Link", "</a.css>; rel=preload")).Terms.ShouldBeNull();

    [Theory]
    [InlineData("<https://courier.example/news/breakwater>; rel=\"canonical\"")]
    [InlineData("</news/breakwater>;rel=canonical")]
    [InlineData("</a.css>; rel=preload; as=style, </b,c.js>; title=\"a, <b>; rel=canonical\"; rel=\"preload\", </news/breakwater>; type=\"text/html\"; rel=\"shortlink Canonical\"")]
    [InlineData("</other>; rel=canonical; anchor=\"#part\", </news/breakwater>; rel=canonical")]
    public void Finds_the_pages_own_address_among_links(string field) =>
        Article("", ("Link", field)).CanonicalUrl.ShouldBe("https://courier.example/news/breakwater");

    [Theory]
    [InlineData("<javascript:alert(1)>; rel=canonical")]
    [InlineData("<https://courier.example/a; rel=canonical")]
    [InlineData("rel=canonical")]
    [InlineData("<>;;;\"; rel=canonical")]
    public void Passes_over_links_that_are_broken(string field) => Article("", ("Link", field)).CanonicalUrl.ShouldBeNull();

    [Fact]
    public void The_page_knows_its_address_better_than_the_server_and_the_server_better_than_its_card_for_sharing()
    {
        const string Card = "<meta property='og:url' content='https://courier.example/shared'>";
        var answer = ("Link", "</served>; rel=canonical");

        Article("<link rel='canonical' href='/linked'>" + Card, answer).CanonicalUrl.ShouldBe("https://courier.example/linked");
        Article(Card, answer).CanonicalUrl.ShouldBe("https://courier.example/served");
        Article("<link rel='canonical' href='/'>" + Card, answer).CanonicalUrl.ShouldBe("https://courier.example/shared");
    }

    [Fact]
    public void Reads_a_licence_where_the_page_gives_none()
    {
        var answer = ("Link", "<https://licence.example/by>; rel=license");

        Article("", answer).Terms!.License.ShouldBe("https://licence.example/by");
        Article("<link rel='license' href='https://licence.example/own'>", answer).Terms!.License.ShouldBe("https://licence.example/own");
    }

    [Fact]
    public void A_text_has_the_answers_address_terms_and_language()
    {
        var article = Samples.Article(Plain, "a.txt", "https://courier.example/a.txt", response: Facts(("Link", "</a>; rel=canonical"), ("X-Robots-Tag", "noai"), ("Content-Language", "en_GB")));

        (article.CanonicalUrl, article.DeclaredLanguage).ShouldBe(("https://courier.example/a", "en-GB"));
        article.Terms!.OptOuts.ShouldBe(["noai"]);
    }

    [Fact]
    public void The_page_knows_its_language_better() => Article("", ("Content-Language", "de")).DeclaredLanguage.ShouldBe("en");

    [Fact]
    public void A_saved_page_keeps_the_answer_it_came_with()
    {
        var article = Samples.Article($"""
            Snapshot-Content-Location: https://courier.example/breakwater?p=1
            Subject: Town to lengthen breakwater
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="b"

            --b
            Content-Type: text/html
            Content-Location: https://courier.example/breakwater?p=1
            X-Robots-Tag: noai
            Link: </breakwater>; rel=canonical

            {Page("")}
            --b--
            """, "saved.mhtml");

        article.Terms!.OptOuts.ShouldBe(["noai"]);
        article.CanonicalUrl.ShouldBe("https://courier.example/breakwater");
    }

    [Fact]
    public void Keeps_no_more_of_an_answer_than_a_few_short_values()
    {
        Facts([.. Enumerable.Range(0, 100).Select(n => ("Link", $"</{n}>; rel=next"))])!.Links.Count.ShouldBe(16);
        Facts(("X-Robots-Tag", new string('a', 10_000)), ("tdm-policy", " "), ("Server", "x")).ShouldBeNull();
    }

    private static ResponseFacts? Facts(params (string Name, string Value)[] headers) =>
        ResponseFacts.Of(headers.Select(header => KeyValuePair.Create(header.Name, header.Value)));

    private static Article Article(string head, params (string Name, string Value)[] headers) => Samples.Article(Page(head), "a.html", Url, response: Facts(headers));

    private static string Page(string head) => Samples.Page($"<title>Breakwater to grow</title>{head}", $"<article><h1>Breakwater to grow</h1>{Samples.Story}</article>");

    private const string Plain = """
        Breakwater to grow

        The harbour board of Lakeside has voted to lengthen the northern breakwater by forty metres, ending a dispute that had divided the town for three years.
        """;
}
