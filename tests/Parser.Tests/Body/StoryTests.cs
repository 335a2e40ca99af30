using Dateline.Contracts;

namespace Dateline.Parser.Tests.Body;

/// <summary>What belongs to a story and what only stands beside it.</summary>
public sealed class StoryTests
{
    private const string Head = "<title>Town to lengthen breakwater | The Lakeside Courier</title><meta property='og:type' content='article'>";

    private static readonly string[] Paragraphs = [.. Samples.Story.Split("</p>").Select(part => part.Replace("<p>", "", StringComparison.Ordinal).Trim()).Where(part => part.Length > 0)];

    private static Article Read(string body) => Samples.Article(Samples.Page(Head, body), url: "https://courier.example/news/breakwater");

    [Fact]
    public void Leaves_out_a_newsletter_box_between_paragraphs() =>
        Texts($"<article><h1>Town to lengthen breakwater</h1>{Samples.Story.Replace("<p>Fishing", "<div class='newsletter-signup'><h4>The morning letter</h4><p>Sign up for our free newsletter and get the news from the bay in your inbox.</p></div><p>Fishing", StringComparison.Ordinal)}</article>")
            .ShouldBe(Paragraphs);

    [Fact]
    public void Leaves_out_the_readers_comments() =>
        Texts($"<article><h1>Town to lengthen breakwater</h1>{Samples.Story}</article><div id='comments'><h3>2 comments</h3><div class='comment'><p>At last! My father has asked for this wall for twenty years and nobody in the town hall ever listened to him.</p></div><div class='comment'><p>And who pays for it? We do, as always, while the hotels on the promenade earn more every summer.</p></div></div>")
            .ShouldBe(Paragraphs);

    /// <summary>Applications of one company wrap the whole page in a form.</summary>
    [Fact]
    public void Finds_the_story_of_a_page_within_a_form() =>
        Texts($"<form method='post' action='default.aspx'><div id='ctl00_main'><h1>Town to lengthen breakwater</h1>{Samples.Story}</div></form>")
            .ShouldBe(Paragraphs);

    /// <summary>Old pages are laid out with tables within tables.</summary>
    [Fact]
    public void Finds_the_story_of_a_page_laid_out_with_tables() =>
        Texts($"<table><tr><td><a href='/a'>News</a><br><a href='/b'>Sport</a><br><a href='/c'>Weather</a></td><td><table><tr><td><h1>Town to lengthen breakwater</h1>{Samples.Story}</td></tr></table></td></tr></table>")
            .ShouldBe(Paragraphs);

    /// <summary>A component of its own around every part of the page, and not one element that has a meaning.</summary>
    [Fact]
    public void Finds_the_story_within_elements_that_no_standard_knows() =>
        Texts($"<x-page><x-bar><a href='/'>Home</a></x-bar><x-story><h1>Town to lengthen breakwater</h1>{Samples.Story}</x-story></x-page>")
            .ShouldBe(Paragraphs);

    /// <summary>A style sheet shows one of the two: which of them, the page itself does not say.</summary>
    [Fact]
    public void Gives_a_story_once_that_the_page_holds_for_narrow_screens_and_for_wide_ones() =>
        Texts($"<article><h1>Town to lengthen breakwater</h1><div class='narrow-only'>{Samples.Story}</div><div class='wide-only'>{Samples.Story}</div></article>")
            .ShouldBe(Paragraphs);

    private static IEnumerable<string> Texts(string body) => Read(body).Blocks.Select(block => block.Text);
}
