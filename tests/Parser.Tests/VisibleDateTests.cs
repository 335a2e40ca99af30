using Dateline.Contracts;

namespace Dateline.Parser.Tests;

/// <summary>Broken: nothing declares the date to machines, or what does means something else; a reader sees it at once.</summary>
public sealed class VisibleDateTests
{
    private const string Headline = "Lakeside lengthens its breakwater";

    [Fact]
    public void A_date_right_above_the_headline_dates_it() =>
        Published($"<h3>21.01.2022</h3><h1>{Headline}</h1>{Samples.Story}")!.Value.Date.ShouldBe(new DateTime(2022, 1, 21));

    /// <summary>Broken: the template of a list is used for the story, and its boxes keep the list's names.</summary>
    [Fact]
    public void A_box_beside_the_headline_is_its_own_however_it_is_called() =>
        Published($"<h1>{Headline}</h1><div class='teaser_text_meta'>A. Writer / 07.11.2023 / 09:30</div>{Samples.Story}")!.Value.ShouldBe(new DateTimeOffset(2023, 11, 7, 9, 30, 0, TimeSpan.Zero));

    /// <summary>Broken: the facts about the story stand in a column beside it, as a list of names and values.</summary>
    [Theory]
    [InlineData("<aside class='sidebar'><dl><dt>Autor</dt><dd>A. Writer</dd><dt>Datum</dt><dd>12.01.2017</dd></dl></aside>")]
    [InlineData("<ul class='widget-credits'><li><p>Mise en ligne</p><p>12 janvier 2017</p></li></ul>")]
    public void A_date_with_its_name_is_believed_wherever_the_list_stands(string facts) =>
        Published($"<h1>{Headline}</h1>{Samples.Story}{facts}")!.Value.Date.ShouldBe(new DateTime(2017, 1, 12));

    /// <summary>Broken: the last entry of the menu stands right before the date.</summary>
    [Fact]
    public void An_entry_of_a_menu_says_nothing_about_the_date_below_it() =>
        Published($"<div><nav><a href='/live'>Weather updates</a></nav></div><main><small>31.01.2022</small><h1>{Headline}</h1>{Samples.Story}</main>")!.Value.Date.ShouldBe(new DateTime(2022, 1, 31));

    [Theory]
    [InlineData("Ilse Tarrant, née le 28 janvier 1995 à Amsel")]
    [InlineData("Ilse Tarrant（Il），1995年1月28日出生于新加坡")]
    [InlineData("28.01.1975")]
    public void A_day_of_birth_is_no_day_of_publication(string line) =>
        Published($"<h1>{Headline}</h1><div class='info'>{line}</div>{Samples.Story}").ShouldBeNull();

    /// <summary>Broken: the content system calls the day when the page was made its date.</summary>
    [Fact]
    public void A_date_beside_the_headline_is_believed_before_a_meta_element_called_date()
    {
        var published = Published($"<h1>{Headline}</h1><span class='date'>27.01.2022</span>{Samples.Story}", "<meta name='date' content='2021-12-20T11:02:44+01:00'>");

        published!.Value.Date.ShouldBe(new DateTime(2022, 1, 27));
        published.Conflict.ShouldBeTrue();
    }

    /// <summary>Broken: the page shows today's date in its head, near its headline.</summary>
    [Fact]
    public void Of_two_dates_that_are_shown_the_declared_one_is_meant() =>
        Published($"<div class='date'>26.02.2020</div><h1>{Headline}</h1>{Samples.Story}<p>Published 01.05.2017</p>", "<meta name='date' content='2017-05-01T17:05:00+02:00'>")!.Value.Date.ShouldBe(new DateTime(2017, 5, 1));

    /// <summary>Broken: the JSON-LD keeps the day when the draft was made.</summary>
    [Fact]
    public void What_is_shown_and_declared_outvotes_what_is_declared_alone() =>
        Published(
            $"<h1>{Headline}</h1><span class='date'>06.01.2022</span>{Samples.Story}",
            "<meta property='article:published_time' content='2022-01-06T08:29:34Z'><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-12-20T07:29:00Z\"}</script>")!
            .Value.ShouldBe(new DateTimeOffset(2022, 1, 6, 8, 29, 34, TimeSpan.Zero));

    /// <summary>Broken: the meta element is rewritten with each update, within a day of the time that is shown.</summary>
    [Fact]
    public void A_time_that_is_shown_is_not_made_more_exact_by_another_time() =>
        Published($"<h1>{Headline}</h1><p class='date'>Published: 28.04.2020 18:00</p>{Samples.Story}", "<meta name='date' content='2020-04-29T11:52:23Z'>")!
            .Value.ShouldBe(new DateTimeOffset(2020, 4, 28, 18, 0, 0, TimeSpan.Zero));

    /// <summary>Broken: the byline is marked as an aside.</summary>
    [Fact]
    public void An_aside_right_under_the_headline_is_its_byline() =>
        Published($"<article><h1>{Headline}</h1><aside><dl><dt>Datum</dt><dd>12.01.2017</dd></dl></aside>{Samples.Story}</article>")!.Value.Date.ShouldBe(new DateTime(2017, 1, 12));

    /// <summary>Broken: the words before the date have "änder" in them, which also begins the German word for a change.</summary>
    [Fact]
    public void A_country_is_no_change() =>
        Published($"<p>Länder</p><small>31.01.2022</small><h1>{Headline}</h1>{Samples.Story}")!.Value.Date.ShouldBe(new DateTime(2022, 1, 31));

    /// <summary>Broken: the logo is the page's only h1.</summary>
    [Fact]
    public void A_logo_that_is_a_heading_is_no_headline() =>
        Published($"<h1><a href='/'>The Courier of Lakeside</a></h1><div>{string.Concat(Enumerable.Repeat("<p>Menu</p>", 40))}</div><h3>{Headline}</h3><p>20 February 2019</p>{Samples.Story}", "<meta property='og:site_name' content='The Courier of Lakeside'>")!.Value.Date.ShouldBe(new DateTime(2019, 2, 20));

    [Fact]
    public void An_update_beside_the_headline_is_no_publication() =>
        Published($"<h1>{Headline}</h1><div class='meta'>Updated 12 December 2025</div>{Samples.Story}").ShouldBeNull();

    /// <summary>A wiki's foot says when somebody last touched the page.</summary>
    [Fact]
    public void An_update_far_from_the_headline_is_no_publication() =>
        Published($"<h1>{Headline}</h1>{Samples.Story}{Samples.Story}{string.Concat(Enumerable.Repeat("<p>More of the story is told in this paragraph.</p>", 30))}<p>This page was last modified on 12 December 2025.</p>").ShouldBeNull();

    [Fact]
    public void A_year_in_the_copyright_line_is_no_date() =>
        Published($"<h1>{Headline}</h1><p>© 12 December 2025 The Courier</p>{Samples.Story}").ShouldBeNull();

    /// <summary>Broken: /2023/10/3- is a month and a headline that begins with a number.</summary>
    [Fact]
    public void A_number_that_begins_a_headline_is_no_day() =>
        Published($"<h1>{Headline}</h1>{Samples.Story}", "<link rel='canonical' href='https://courier.example/2023/10/3-reasons-for-a-breakwater/'>").ShouldBeNull();

    /// <summary>Unusual: the story shows no date, and the list of the latest stories beside it names the story with one.</summary>
    [Theory]
    [InlineData("<li><a href='https://courier.example/news/breakwater/'>Lakeside lengthens its breakwater</a> <span class='post-date'>26/10/2018</span></li>", true)]
    [InlineData("<div><a href='/news/breakwater'><div class='teaser'><div>26.10.2018</div><h2>Lakeside lengthens its breakwater</h2></div></a></div>", true)]
    [InlineData("<li><a href='/news/ferry'>Ferries stay in the harbour until spring</a> <span class='post-date'>26/10/2018</span></li>", false)]
    [InlineData("<li><a href='/news/ferry'>Ferries stay in the harbour until spring</a> <span>26/10/2018</span> <a href='/news/breakwater'>Lakeside lengthens its breakwater</a></li>", false)]
    public void The_pages_own_entry_in_a_list_dates_it(string entry, bool dates)
    {
        var list = $"<div class='widget recent'><ul><li><a href='/news/gulls'>Gulls are counted from the old lighthouse</a> <span class='post-date'>27/10/2018</span></li>{entry}</ul></div>";
        var published = Published($"<h1>{Headline}</h1>{Samples.Story}{string.Concat(Enumerable.Repeat("<p>More of the story is told in this paragraph.</p>", 30))}{list}", "<link rel='canonical' href='https://courier.example/news/breakwater'>");

        (published?.Value.Date).ShouldBe(dates ? new DateTime(2018, 10, 26) : null);
    }

    /// <summary>Broken: what readers say of a recipe is marked as a review, which the recipe is not.</summary>
    [Fact]
    public void A_readers_review_does_not_date_the_page() =>
        Published($"<h1>{Headline}</h1>{Samples.Story}", "<script type='application/ld+json'>{\"@type\":\"Recipe\",\"datePublished\":\"2006-10-10\",\"reviews\":[{\"@type\":\"Review\",\"datePublished\":\"2020-04-12\"}]}</script>")!
            .Value.Date.ShouldBe(new DateTime(2006, 10, 10));

    [Fact]
    public void The_data_of_the_pages_scripts_dates_it_where_nothing_else_does()
    {
        var published = Published($"<h1>{Headline}</h1>{Samples.Story}<script>var layer = {{\"last-updated\":\"2020-01-29 08:00\",\"first-publication\":\"2020-01-28 15:28\"}};</script>");

        published!.Value.ShouldBe(new DateTimeOffset(2020, 1, 28, 15, 28, 0, TimeSpan.Zero));
        published.Source.ShouldBe("script");
    }

    [Fact]
    public void Data_about_several_stories_dates_none() =>
        Published($"<h1>{Headline}</h1>{Samples.Story}<script>var list = [{{\"publishedAt\":\"2020-01-28\"}},{{\"publishedAt\":\"2020-02-03\"}}];</script>").ShouldBeNull();

    private static DateEvidence? Published(string body, string head = "") =>
        Samples.Article($"<html><head><title>{Headline}</title>{head}</head><body>{body}</body></html>").Published;
}
