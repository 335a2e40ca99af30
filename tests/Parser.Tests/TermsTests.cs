using Dateline.Contracts;

namespace Dateline.Parser.Tests;

/// <summary>Pages that say how they may be used, and where they stand, in one way each.</summary>
public sealed class TermsTests
{
    [Theory]
    [InlineData("false")]
    [InlineData("\"False\"")]
    [InlineData("\"http://schema.org/False\"")]
    public void Sees_the_paywall_that_JSON_LD_declares(string value) =>
        Article($$"""<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":{{value}},"headline":"Breakwater to grow"}</script>""").Terms!.FreeToRead.ShouldBe(false);

    /// <summary>Broken: the article is called free, and the part with the story is not.</summary>
    [Fact]
    public void Sees_the_paywall_around_a_part_of_the_article() =>
        Article("""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Breakwater to grow","isAccessibleForFree":true,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".wall"}}</script>""").Terms!.FreeToRead.ShouldBe(false);

    [Fact]
    public void Sees_the_paywall_that_a_content_tier_declares() =>
        Article("<meta property='article:content_tier' content='metered'>").Terms!.FreeToRead.ShouldBe(false);

    [Fact]
    public void Knows_an_article_that_is_declared_free() =>
        Article("<meta property='article:content_tier' content='free'>").Terms!.FreeToRead.ShouldBe(true);

    [Fact]
    public void Reads_the_licence_of_a_link() =>
        Article("<link rel='license' href='https://licence.example/by/4.0/'>").Terms!.License.ShouldBe("https://licence.example/by/4.0/");

    [Fact]
    public void Reads_what_machines_are_asked_not_to_do()
    {
        var terms = Article("<meta name='tdm-reservation' content='1'><meta name='tdm-policy' content='https://courier.example/tdm.json'><meta name='robots' content='index, NoAI, noimageai'>").Terms!;

        terms.OptOuts.ShouldBe(["tdm-reservation", "noai", "noimageai"]);
        terms.TdmPolicy.ShouldBe("https://courier.example/tdm.json");
    }

    [Fact]
    public void Says_nothing_where_the_page_declares_nothing() =>
        Article("<meta name='robots' content='index, follow'><meta name='tdm-reservation' content='0'>").Terms.ShouldBeNull();

    [Fact]
    public void Reads_the_section() =>
        Article("<meta property='article:section' content='Harbour'>").Section.ShouldBe("Harbour");

    [Fact]
    public void Marks_the_organisation_among_authors()
    {
        var article = Article("""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Breakwater to grow","author":[{"name":"Ana Ruiz"},{"name":"Reuters"}]}</script>""");

        article.Authors.ShouldBe(["Ana Ruiz", "Reuters"]);
        article.OrganisationAuthors.ShouldBe(["Reuters"]);
    }

    [Fact]
    public void Trusts_a_title_more_that_stands_in_several_places()
    {
        var once = Samples.Article(Samples.Page("<title>Lakeside Courier</title>", $"<article><h1>Breakwater to grow</h1>{Samples.Story}</article>"), "a.html");

        Article("<meta property='og:title' content='Breakwater to grow'>").FieldConfidence!.Title!.Value.ShouldBeGreaterThan(once.FieldConfidence!.Title!.Value);
    }

    [Fact]
    public void Has_no_confidence_in_fields_that_it_did_not_find()
    {
        var confidence = Article("").FieldConfidence!;

        confidence.Authors.ShouldBeNull();
        confidence.Published.ShouldBeNull();
    }

    private static Article Article(string head) =>
        Samples.Article(Samples.Page($"<title>Breakwater to grow</title>{head}", $"<article><h1>Breakwater to grow</h1>{Samples.Story}</article>"), "a.html");
}
