namespace Dateline.Parser.Tests;

/// <summary>Pages whose titles disagree, in one way each.</summary>
public sealed class TitleTests
{
    /// <summary>Unusual: the only h1 is the last step of the trail; the headline is an h2.</summary>
    [Fact]
    public void Takes_the_last_step_of_a_trail_for_no_headline() =>
        Title(News("Breakwater in Lakeside: what is planned") + Shared("Lakeside gets forty metres more against the storm"), "<h1 class='breadcrumb_last'>Breakwater in Lakeside: what is planned</h1><h2>Lakeside gets forty metres more against the storm</h2>")
            .ShouldBe("Lakeside gets forty metres more against the storm");

    /// <summary>Unusual: the newsroom declares its headline twice, and the h1 leaves the topic out.</summary>
    [Fact]
    public void Believes_the_headline_that_a_newsroom_declares_twice() =>
        Title(News("Storm damage: Lakeside lengthens its breakwater") + Shared("Storm damage: Lakeside lengthens its breakwater"), "<h1>Lakeside lengthens its breakwater</h1>")
            .ShouldBe("Storm damage: Lakeside lengthens its breakwater");

    /// <summary>Unusual: heading and JSON-LD are written for search, with the topic in front.</summary>
    [Fact]
    public void Prefers_a_newsrooms_title_for_sharing_to_the_one_for_search() =>
        Title(News("Harbour Lakeside: Town lengthens breakwater after the storm") + Shared("Town lengthens breakwater after the storm"), "<h1>Harbour Lakeside: Town lengthens breakwater after the storm</h1>")
            .ShouldBe("Town lengthens breakwater after the storm");

    /// <summary>Unusual: the text for sharing is a remark about the story and no headline of it.</summary>
    [Fact]
    public void Takes_a_remark_for_sharing_for_no_headline() =>
        Title(News("Town lengthens breakwater after the storm") + Shared("Crews say that they had warned for years"), "<h1>Town lengthens breakwater after the storm</h1>")
            .ShouldBe("Town lengthens breakwater after the storm");

    /// <summary>Broken: a plugin makes JSON-LD and OpenGraph of a title for search; people read the h1.</summary>
    [Fact]
    public void Believes_the_heading_where_a_plugin_made_the_other_titles()
    {
        var json = """<script type="application/ld+json">{"@type":"BlogPosting","headline":"7 best breakwater tips (2025)"}</script>""";
        Title(json + Shared("7 best breakwater tips (2025)"), "<h1>7 breakwater tips that the best harbours follow</h1>")
            .ShouldBe("7 breakwater tips that the best harbours follow");
    }

    /// <summary>Broken: the line over the headline is in the same element, with a dash for screen readers.</summary>
    [Fact]
    public void Leaves_the_line_over_the_headline_out() =>
        Title(Shared("Town lengthens breakwater after the storm"), "<h1><span class='article-title__overline'>Lakeside harbour</span><span aria-hidden='true'> - </span><span>Town lengthens breakwater after the storm</span></h1>")
            .ShouldBe("Town lengthens breakwater after the storm");

    /// <summary>Broken: every page of the site has the same title; the story opens with its headline.</summary>
    [Fact]
    public void Takes_the_heading_that_opens_the_story_where_all_pages_have_one_title() =>
        Opening("Municipal association of coastal towns e. V.", "Town lengthens breakwater after the storm").ShouldBe("Town lengthens breakwater after the storm");

    /// <summary>Broken: the only title has the series and the writer around the headline.</summary>
    [Fact]
    public void Takes_the_heading_that_opens_the_story_where_the_title_has_more_around_it() =>
        Opening("Town lengthens breakwater after the storm (2/2021) of A. Writer", "Town lengthens breakwater after the storm").ShouldBe("Town lengthens breakwater after the storm");

    /// <summary>Usual: a story without a headline of its own opens with its first section.</summary>
    [Fact]
    public void Takes_no_section_for_the_headline() =>
        Opening("Breakwater lengthened in Lakeside", "What the crews did first").ShouldBe("Breakwater lengthened in Lakeside");

    /// <summary>Broken: the template escapes what the content system had escaped.</summary>
    [Fact]
    public void Reads_a_title_that_was_escaped_twice() =>
        Opening("And finally&amp;#8230; stones", "And finally… stones").ShouldBe("And finally… stones");

    private static string? Opening(string title, string heading) =>
        Samples.Article($"<html><head><title>{title}</title></head><body><div><h4>{heading}</h4>{Samples.Story}</div></body></html>", "a.html").Title;

    private static string News(string headline) => $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"{{headline}}"}</script>""";

    private static string Shared(string title) => $"<meta property='og:title' content='{title}'>";

    private static string? Title(string head, string heading) =>
        Samples.Article(Samples.Page($"<title>Lakeside Courier</title>{head}", $"<article>{heading}{Samples.Story}</article>"), "a.html").Title;
}
