namespace Dateline.Parser.Tests.Html.Tree;

/// <summary>Text in which tags are none.</summary>
public sealed class RawTextTests
{
    [Fact]
    public void A_script_ends_with_its_own_end_tag() => Markup.Body("<script>if (a<b) \"</div>\" </scripts> &amp;</SCRIPT >A").ShouldBe("<script>if (a<b) \"</div>\" </scripts> &amp;</script>A");

    [Fact]
    public void A_script_written_in_a_comment_within_a_script_does_not_end_it() =>
        Markup.Body("<script><!-- <script>A</script> --></script>B").ShouldBe("<script><!-- <script>A</script> --></script>B");

    [Fact]
    public void An_open_comment_within_a_script_does_not_keep_it_open() => Markup.Body("<script><!-- A</script>B").ShouldBe("<script><!-- A</script>B");

    [Fact]
    public void A_style_and_a_frame_are_text() => Markup.Body("<style>a > b</style><iframe><p>A</iframe>").ShouldBe("<style>a > b</style><iframe><p>A</iframe>");

    [Fact]
    public void A_title_has_references_and_no_tags() => Markup.Of("<title>A &amp; <b>B</title>C").ShouldBe("<html><head><title>A & <b>B</title></head><body>C</body></html>");

    [Fact]
    public void Text_to_be_edited_loses_its_first_line_break() => Markup.Body("<textarea>\n<p>A</textarea>B").ShouldBe("<textarea><p>A</textarea>B");

    /// <summary>Broken: an element is left open in what only a reader without scripts sees; the rest of the page must not go with it.</summary>
    [Fact]
    public void What_is_for_readers_without_scripts_ends_where_it_says_so() =>
        Markup.Body("<noscript><div id=a></noscript><p>B").ShouldBe("<noscript><div id=\"a\"></div></noscript><p>B</p>");

    [Fact]
    public void A_script_without_an_end_takes_the_rest() => Markup.Body("<script>A<p>B").ShouldBe("<script>A<p>B</script>");

    [Fact]
    public void Comments_are_left_out_and_part_texts()
    {
        using var page = Markup.Build("<body>A<!-- x --!>B<!--> C <!-->D<!-y>E<?z?>F");

        page.Body!.Value.ChildNodes.Select(node => node.TextContent).ShouldBe(["A", "B", " C ", "D", "E", "F"]);
    }

    [Fact]
    public void A_comment_without_an_end_takes_the_rest() => Markup.Body("A<!-- B > C").ShouldBe("A");

    [Fact]
    public void A_sign_that_begins_no_tag_is_text() => Markup.Body("1 < 2 <3 << A<").ShouldBe("1 < 2 <3 << A<");

    [Fact]
    public void A_tag_that_the_page_s_end_cuts_off_counts_for_nothing() => Markup.Body("A<p class='x").ShouldBe("A");

    [Fact]
    public void Plain_text_has_no_end() => Markup.Body("<plaintext>A</plaintext><p>").ShouldBe("<plaintext>A</plaintext><p></plaintext>");
}
