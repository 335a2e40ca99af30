using System.Text.Json;
using Dateline.Contracts;

namespace Dateline.Parser.Tests.Html;

/// <summary>Broken: the page is an empty frame, and a framework fills it from data in a script.</summary>
public sealed class ScriptedStoryTests
{
    private const string Headline = "Lakeside lengthens its breakwater";

    [Fact]
    public void Reads_the_story_from_the_data_that_the_page_draws_itself_from()
    {
        var article = Samples.Article(Page(new { detail = new { title = Headline, contentHtml = Samples.Story, related = "<p>Ferry strike enters second week</p>" } }));

        article.Title.ShouldBe(Headline);
        article.Blocks.Count.ShouldBe(4);
        article.Blocks[0].Text.ShouldStartWith("The harbour board of Lakeside has voted");
        article.Warnings.ShouldContain("The text is the data that the page draws itself from: the page itself shows none.");
    }

    [Fact]
    public void Reads_it_behind_a_script_that_is_no_JSON() =>
        Samples.Article(Page(new { title = Headline, contentHtml = Samples.Story }, "var it's = /[\"']/, \"open;\nwindow.state = ")).Blocks.Count.ShouldBe(4);

    [Fact]
    public void Knows_the_headline_although_the_page_adds_names_to_it() =>
        Samples.Article(Page(new { title = Headline, contentHtml = Samples.Story }).Replace("</title>", "-Townㅣthe Courier</title>", StringComparison.Ordinal)).Blocks.Count.ShouldBe(4);

    /// <summary>Broken: the editor put a space that does not break into the headline, and the page's title has a common one.</summary>
    [Fact]
    public void Knows_the_headline_whatever_spaces_it_is_written_with() =>
        Samples.Article(Page(new { title = Headline.Replace("its ", "its\u00A0 ", StringComparison.Ordinal), contentHtml = Samples.Story })).Blocks.Count.ShouldBe(4);

    [Fact]
    public void A_dialog_in_data_that_does_not_name_the_headline_is_no_story() =>
        Samples.Rejected(Page(new { title = "Ferry strike enters second week", dialog = Samples.Story })).Reason.ShouldBe(RejectionReason.TooShort);

    [Fact]
    public void A_page_that_shows_its_story_is_read_as_it_is_shown() =>
        Samples.Article(Page(new { title = Headline, contentHtml = Samples.Story + Samples.Story }).Replace("<div id='root'>", $"<div id='root'><article>{Samples.Story}</article>", StringComparison.Ordinal))
            .Blocks.Count.ShouldBe(4);

    private static string Page(object state, string before = "window.state = ") =>
        $"<html><head><title>{Headline}</title></head><body><div id='root'></div><script>{before}{JsonSerializer.Serialize(state)};</script></body></html>";
}
