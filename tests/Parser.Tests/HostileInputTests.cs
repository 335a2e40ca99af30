using System.Text;
using Dateline.Contracts;

namespace Dateline.Parser.Tests;

/// <summary>Input made to exhaust a parser: every case must end as an article or a rejection.</summary>
public sealed class HostileInputTests
{
    private static string Many(string part, int times) => new StringBuilder(part.Length * times).Insert(0, part, times).ToString();

    [Theory]
    [InlineData("<div>")]
    [InlineData("<span>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<select><option>")]
    [InlineData("<svg><g>")]
    [InlineData("<blockquote>")]
    public void Survives_elements_nested_fifty_thousand_deep(string tag) =>
        Samples.Parse("<html><body>" + Many(tag, 50_000) + Samples.Story, "a.html").ShouldNotBeNull();

    [Fact]
    public void Keeps_the_text_of_a_page_that_is_nested_deeper_than_allowed()
    {
        var article = Samples.Article("<html><body>" + Many("<div>", 800) + $"<article>{Samples.Story}</article>", "a.html");

        article.Text.ShouldContain("harbour board");
    }

    [Fact]
    public void Refuses_formatting_elements_that_multiply_with_every_paragraph()
    {
        var open = string.Concat(Enumerable.Range(0, 5_000).Select(n => $"<b a{n}=1>"));

        Samples.Rejected("<html><body><p>" + open + Many("<p>x", 5_000), "a.html").Reason.ShouldBe(RejectionReason.TooLarge);
    }

    [Fact]
    public void Keeps_a_page_that_closes_none_of_its_inner_elements() =>
        Samples.Article("<html><body>" + string.Concat(Enumerable.Range(0, 2_000).Select(n => $"<div><span>Motion {n} was carried after a short debate.</div>")), "a.html").Blocks.Count.ShouldBe(2_000);

    [Fact]
    public void Refuses_a_million_elements() =>
        Samples.Rejected("<html><body>" + Many("<i>x</i>", 1_000_000), "a.html").Reason.ShouldBe(RejectionReason.TooLarge);

    [Fact]
    public void Refuses_an_element_with_a_hundred_thousand_attributes()
    {
        var attributes = string.Concat(Enumerable.Range(0, 100_000).Select(n => $" a{n}=1"));

        Samples.Rejected($"<html><body><div{attributes}>{Samples.Story}", "a.html").Reason.ShouldBe(RejectionReason.TooLarge);
    }

    [Fact]
    public void Refuses_as_many_attributes_without_a_space_in_between()
    {
        var attributes = string.Concat(Enumerable.Range(0, 100_000).Select(n => $"a{n}=\"1\""));

        Samples.Rejected($"<html><body><div {attributes}>{Samples.Story}", "a.html").Reason.ShouldBe(RejectionReason.TooLarge);
    }

    [Fact]
    public void Reads_past_an_attribute_of_eight_megabytes() =>
        Samples.Article(Samples.Page("<title>Town to lengthen breakwater</title>", $"<article><img src=\"data:image/png;base64,{new string('A', 8_000_000)}\">{Samples.Story}</article>")).Text.ShouldContain("harbour board");

    [Fact]
    public void Reads_thirty_thousand_line_breaks_in_one_element() =>
        Samples.Article("<html><body><div>" + string.Concat(Enumerable.Range(0, 15_000).Select(n => $"line {n} of the record, as it was read<br><br>")), "a.html").Blocks.Count.ShouldBe(15_000);

    [Theory]
    [InlineData("<html><!--")]
    [InlineData("<html><body><a href=\"")]
    [InlineData("<html><script>")]
    [InlineData("<html><title>")]
    [InlineData("<html><<<<<<<")]
    [InlineData("<html></")]
    public void Ends_on_what_is_never_closed(string start) =>
        Samples.Parse(start + new string('x', 2_000_000), "a.html").ShouldNotBeNull();

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void Refuses_json_nested_without_end(string part) =>
        Samples.Rejected(Many(part, 100_000), "a.json").Reason.ShouldBe(RejectionReason.TooLarge);

    [Fact]
    public void Survives_json_ld_nested_without_end() =>
        Samples.Article(Samples.Page("<title>Town to lengthen breakwater</title><script type='application/ld+json'>" + Many("{\"@graph\":[", 20_000) + "</script>", $"<article>{Samples.Story}</article>")).Published.ShouldBeNull();

    [Theory]
    [InlineData("> ")]
    [InlineData("* ")]
    [InlineData("[")]
    [InlineData("*a **b ")]
    public void Survives_markdown_nested_without_end(string part) =>
        Samples.Parse("Text.\n\n" + Many(part, 20_000), "a.md").ShouldNotBeNull();

    [Fact]
    public void Refuses_a_page_with_more_text_than_the_bound() =>
        Samples.Rejected("<html><body><p>" + Many("The board has voted. ", 200_000), "a.html").Reason.ShouldBe(RejectionReason.TooLarge);

    [Fact]
    public void Does_not_count_the_data_in_a_pages_scripts_as_text() =>
        Samples.Article(Samples.Page("<title>Town to lengthen breakwater</title>", $"<article>{Samples.Story}</article><script>var state = '{new string('x', 3_000_000)}';</script>")).Text.ShouldContain("harbour board");

    [Fact]
    public void Refuses_text_beyond_the_bound() =>
        Samples.Rejected(Many("word ", 1_000_000), "a.txt").Reason.ShouldBe(RejectionReason.TooLarge);

    [Fact]
    public void Reads_a_line_of_a_million_characters() =>
        Samples.Article(Many("The harbour board has voted. ", 35_000), "a.txt").Blocks.Count.ShouldBe(1);

    [Fact]
    public void Stops_when_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() => Samples.Parser.Parse(new ParseInput { Bytes = Encoding.UTF8.GetBytes("Some text") }, cancelled.Token));
    }
}
