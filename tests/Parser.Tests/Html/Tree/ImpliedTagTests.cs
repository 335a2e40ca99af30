namespace Dateline.Parser.Tests.Html.Tree;

/// <summary>Tags that pages leave out are where a browser puts them.</summary>
public sealed class ImpliedTagTests
{
    [Fact]
    public void A_text_alone_is_a_page() => Markup.Of("News").ShouldBe("<html><head></head><body>News</body></html>");

    [Fact]
    public void Nothing_is_an_empty_page() => Markup.Of("").ShouldBe("<html><head></head><body></body></html>");

    [Fact]
    public void What_no_head_can_hold_begins_the_body() => Markup.Of("<title>T</title><p>A").ShouldBe("<html><head><title>T</title></head><body><p>A</p></body></html>");

    [Fact]
    public void What_belongs_to_the_head_goes_there_behind_its_end() => Markup.Of("<head></head><link rel=canonical><p>A").ShouldBe("<html><head><link rel=\"canonical\"></head><body><p>A</p></body></html>");

    [Fact]
    public void Attributes_of_a_second_html_and_body_are_added() =>
        Markup.Of("<html lang=de><body class=a><html lang=fr id=x><body class=b id=y>A").ShouldBe("<html lang=\"de\" id=\"x\"><head></head><body class=\"a\" id=\"y\">A</body></html>");

    [Fact]
    public void What_follows_the_end_of_the_page_is_still_of_the_body() => Markup.Of("<body>A</body></html> <p>B").ShouldBe("<html><head></head><body>A <p>B</p></body></html>");

    [Fact]
    public void A_block_ends_a_paragraph() => Markup.Body("<p>A<div>B</div>C").ShouldBe("<p>A</p><div>B</div>C");

    [Fact]
    public void A_paragraph_ends_the_one_before() => Markup.Body("<p>A<p>B").ShouldBe("<p>A</p><p>B</p>");

    [Fact]
    public void A_paragraph_in_a_button_leaves_the_one_around_open() => Markup.Body("<p>A<button><p>B</button>C").ShouldBe("<p>A<button><p>B</p></button>C</p>");

    [Fact]
    public void An_item_ends_the_item_before_but_not_that_of_a_list_around() =>
        Markup.Body("<ul><li>A<li>B<ul><li>C</ul><li>D</ul>").ShouldBe("<ul><li>A</li><li>B<ul><li>C</li></ul></li><li>D</li></ul>");

    [Fact]
    public void Terms_and_descriptions_end_each_other() => Markup.Body("<dl><dt>A<dd>B<dt>C</dl>").ShouldBe("<dl><dt>A</dt><dd>B</dd><dt>C</dt></dl>");

    [Fact]
    public void A_heading_ends_the_heading_before() => Markup.Body("<h1>A<h2>B</h2>").ShouldBe("<h1>A</h1><h2>B</h2>");

    [Fact]
    public void A_heading_is_ended_by_the_end_of_any_other() => Markup.Body("<h1>A</h2>B").ShouldBe("<h1>A</h1>B");

    [Fact]
    public void An_option_ends_the_option_before() => Markup.Body("<select><option>A<option>B</select>C").ShouldBe("<select><option>A</option><option>B</option></select>C");

    [Fact]
    public void A_button_ends_the_button_before() => Markup.Body("<button>A<button>B").ShouldBe("<button>A</button><button>B</button>");

    [Fact]
    public void The_end_of_a_paragraph_that_never_began_is_an_empty_one() => Markup.Body("A</p>B").ShouldBe("A<p></p>B");

    [Fact]
    public void The_end_of_a_break_is_a_break() => Markup.Body("A</br>B").ShouldBe("A<br>B");

    [Fact]
    public void Other_ends_without_a_beginning_count_for_nothing() => Markup.Body("A</div></span>B").ShouldBe("AB");

    [Fact]
    public void An_end_closes_what_was_left_open_inside() => Markup.Body("<div><section><span>A</div>B").ShouldBe("<div><section><span>A</span></section></div>B");

    [Fact]
    public void An_end_does_not_reach_through_a_block() => Markup.Body("<span><div>A</span>B").ShouldBe("<span><div>AB</div></span>");

    [Fact]
    public void A_form_holds_no_form() => Markup.Body("<form id=a>A<form id=b>B</form>C").ShouldBe("<form id=\"a\">AB</form>C");

    [Fact]
    public void The_line_that_preformatted_text_begins_in_is_not_its_first() => Markup.Body("<pre>\nA</pre>").ShouldBe("<pre>A</pre>");

    [Fact]
    public void Frames_take_the_place_of_a_body() => Markup.Of("<frameset><frame src=a.html></frameset>").ShouldBe("<html><head></head><frameset><frame src=\"a.html\"></frame></frameset></html>");

    [Fact]
    public void What_a_template_holds_is_not_on_the_page() => Markup.Body("A<template><p>B</template>C").ShouldBe("A<template></template>C");

    [Fact]
    public void Without_scripts_their_substitute_is_shown() => Markup.Of("<noscript><link rel=a></noscript><p><noscript><b>A</b></noscript>")
        .ShouldBe("<html><head><noscript><link rel=\"a\"></noscript></head><body><p><noscript><b>A</b></noscript></p></body></html>");

    [Fact]
    public void What_is_deeper_than_the_bound_becomes_a_sibling_in_its_order() =>
        Markup.Body("<div>A<div>B<div>C<div>D</div>E</div>F</div>G</div>", maxDepth: 3).ShouldBe("<div>A<div></div>B<div></div>C<div></div>DEFG</div>");
}
