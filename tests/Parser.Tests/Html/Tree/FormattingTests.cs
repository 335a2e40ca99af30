namespace Dateline.Parser.Tests.Html.Tree;

/// <summary>Formatting that crosses blocks.</summary>
public sealed class FormattingTests
{
    [Fact]
    public void Goes_on_in_the_next_block() => Markup.Body("<p><b>A<p>B").ShouldBe("<p><b>A</b></p><p><b>B</b></p>");

    [Fact]
    public void Crossed_ends_close_both() => Markup.Body("<b>A<i>B</b>C</i>D").ShouldBe("<b>A<i>B</i></b><i>C</i>D");

    [Fact]
    public void An_end_inside_of_a_block_splits_it() => Markup.Body("<b>A<p>B</b>C</p>").ShouldBe("<b>A</b><p><b>B</b>C</p>");

    [Fact]
    public void A_link_ends_the_link_before() => Markup.Body("<a href=x>A<a href=y>B").ShouldBe("<a href=\"x\">A</a><a href=\"y\">B</a>");

    [Fact]
    public void A_link_ends_the_link_around_its_block() =>
        Markup.Body("<a href=x>A<div>B<a href=y>C</a></div>").ShouldBe("<a href=\"x\">A</a><div><a href=\"x\">B</a><a href=\"y\">C</a></div>");

    [Fact]
    public void No_more_than_three_equal_ones_are_opened_again() => Markup.Body("<p><b><b><b><b>A<p>B").ShouldBe("<p><b><b><b><b>A</b></b></b></b></p><p><b><b><b>B</b></b></b></p>");
}
