using Dateline.Contracts;

namespace Dateline.Parser.Tests;

public sealed class MarkdownAndJsonTests
{
    private const string Text = "The harbour board of Lakeside has voted to lengthen the northern breakwater by forty metres, ending a long dispute.";

    [Fact]
    public void Reads_front_matter_and_blocks_of_markdown()
    {
        var article = Samples.Article($"""
            ---
            title: "Town to lengthen breakwater"
            authors: [Maja Lind, "Otto Brandt"]
            date: 2024-03-12T19:40:00+01:00
            tags:
              - harbour
              - Lakeside
            lang: en-GB
            canonical: https://courier.example/breakwater
            ---

            {Text}

            ## What it costs

            > We have *waited* long enough.

            * Stones from the [quarry](https://quarry.example)
            * A crane
            """, "breakwater.md");

        article.Title.ShouldBe("Town to lengthen breakwater");
        article.Authors.ShouldBe(["Maja Lind", "Otto Brandt"]);
        article.Published!.Value.ShouldBe(new DateTimeOffset(2024, 3, 12, 19, 40, 0, TimeSpan.FromHours(1)));
        article.Tags.ShouldBe(["harbour", "Lakeside"]);
        article.DeclaredLanguage.ShouldBe("en-GB");
        article.CanonicalUrl.ShouldBe("https://courier.example/breakwater");
        article.Blocks.ShouldBe(
        [
            new Block { Kind = BlockKind.Paragraph, Text = Text },
            new Block { Kind = BlockKind.Heading, Text = "What it costs", Level = 2 },
            new Block { Kind = BlockKind.Quote, Text = "We have waited long enough." },
            new Block { Kind = BlockKind.List, Text = "Stones from the quarry\nA crane" },
        ]);
    }

    [Theory]
    [InlineData("[a]: b\n[a]")]
    [InlineData("http://a.example ")]
    [InlineData("www.a.example ")]
    public void Refuses_markdown_that_is_nothing_but_links(string link) =>
        Samples.Parse(string.Concat(Enumerable.Repeat(link, 30_000)), "a.md")
            .ShouldBeOfType<ParseResult.Rejected>().Reason.ShouldBe(RejectionReason.TooLarge);

    [Fact]
    public void Takes_the_first_heading_of_markdown_as_the_title()
    {
        var article = Samples.Article($"# Town to lengthen breakwater\n\n{Text}\n", "breakwater.md");

        article.Title.ShouldBe("Town to lengthen breakwater");
        article.Blocks.ShouldHaveSingleItem().Text.ShouldBe(Text);
    }

    [Fact]
    public void Reads_a_news_article_in_json_ld()
    {
        var article = Samples.Article($$"""
            {"@context":"https://schema.org","@type":"NewsArticle","headline":"Town to lengthen breakwater","datePublished":"2024-03-12",
             "author":{"@type":"Person","name":"Maja Lind"},"url":"https://courier.example/breakwater","articleBody":"{{Text}}\n\nA second paragraph follows it."}
            """, "a.json");

        article.Title.ShouldBe("Town to lengthen breakwater");
        article.Authors.ShouldBe(["Maja Lind"]);
        article.Published!.Source.ShouldBe("json-ld");
        article.CanonicalUrl.ShouldBe("https://courier.example/breakwater");
        article.Blocks.Count.ShouldBe(2);
    }

    [Fact]
    public void Reads_ninjs()
    {
        var article = Samples.Article($$"""
            {"uri":"urn:newsml:courier.example:1","type":"text","versioncreated":"2024-03-12T18:40:00Z","headline":"Town to lengthen breakwater","byline":"By Maja Lind",
             "language":"en","body_html":"<p>{{Text}}</p><p>A second paragraph follows it.</p>"}
            """, "a.json");

        article.Title.ShouldBe("Town to lengthen breakwater");
        article.Authors.ShouldBe(["Maja Lind"]);
        article.Published!.Value.ShouldBe(new DateTimeOffset(2024, 3, 12, 18, 40, 0, TimeSpan.Zero));
        article.Blocks.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("body")]
    [InlineData("content")]
    public void Reads_a_plain_object_whatever_it_calls_its_text(string field)
    {
        var article = Samples.Article($$"""{"title":"Town to lengthen breakwater","{{field}}":"{{Text}}","published":1710268800}""", "a.json");

        article.Text.ShouldBe(Text);
        article.Published!.Value.ShouldBe(new DateTimeOffset(2024, 3, 12, 18, 40, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Reads_markup_in_a_plain_objects_text() =>
        Samples.Article($$"""{"title":"Town to lengthen breakwater","content":"<p>{{Text}}</p><script>alert(1)</script>"}""", "a.json").Text.ShouldBe(Text);

    [Fact]
    public void Reads_a_note_that_begins_with_a_wiki_link_as_markdown() =>
        Samples.Article($"[[Lakeside]] {Text}", "a.md").Text.ShouldEndWith(Text);

    [Fact]
    public void Says_where_broken_json_breaks()
    {
        var rejected = Samples.Rejected("{\"title\":\"Town\",\n\"text\": }", "a.json");

        rejected.Reason.ShouldBe(RejectionReason.Malformed);
        rejected.Detail.ShouldContain("line 2");
    }

    [Fact]
    public void Rejects_a_list_of_articles_and_says_what_to_do()
    {
        var rejected = Samples.Rejected("[{\"title\":\"a\"},{\"title\":\"b\"}]", "a.json");

        rejected.Reason.ShouldBe(RejectionReason.NotAnArticle);
        rejected.Detail.ShouldContain("2 items");
    }

    [Fact]
    public void Rejects_json_without_a_text() =>
        Samples.Rejected("{\"name\":\"settings\",\"values\":{\"a\":1}}", "a.json").Reason.ShouldBe(RejectionReason.NotAnArticle);
}
