namespace Dateline.Parser.Tests.Html.Tree;

/// <summary>Drawings and formulas inside a page.</summary>
public sealed class ForeignContentTests
{
    [Fact]
    public void Elements_that_close_themselves_do() => Markup.Body("<svg><path/><g><a/></g></svg>A").ShouldBe("<svg><path></path><g><a></a></g></svg>A");

    [Fact]
    public void A_block_ends_a_drawing_that_was_left_open() => Markup.Body("<svg><path><p>A").ShouldBe("<svg><path></path></svg><p>A</p>");

    [Fact]
    public void A_drawing_s_title_is_no_raw_text() => Markup.Body("<svg><title><b>A</b></title></svg>B").ShouldBe("<svg><title><b>A</b></title></svg>B");

    [Fact]
    public void A_page_may_stand_in_a_drawing() => Markup.Body("<svg><foreignObject><p>A<p>B</p></foreignObject></svg>C").ShouldBe("<svg><foreignobject><p>A</p><p>B</p></foreignobject></svg>C");

    [Fact]
    public void A_drawing_s_template_is_none_of_the_page_s() => Markup.Body("<svg><template><desc><p>A</template>B").ShouldBe("<svg><template><desc><p>AB</p></desc></template></svg>");

    [Fact]
    public void A_section_of_plain_text_is_text_in_a_drawing() => Markup.Body("<svg><![CDATA[<p>A]]></svg>").ShouldBe("<svg><p>A</svg>");

    [Fact]
    public void A_section_of_plain_text_is_a_comment_elsewhere() => Markup.Body("A<![CDATA[B]]>C").ShouldBe("AC");

    [Fact]
    public void A_formula_s_text_holds_elements_of_the_page() => Markup.Body("<math><mi><b>x</b></mi><mo>=</mo></math>").ShouldBe("<math><mi><b>x</b></mi><mo>=</mo></math>");
}
