namespace Dateline.Parser.Tests.Html.Tree;

public sealed class NodeTests
{
    [Fact]
    public void Goes_from_one_sibling_to_the_next()
    {
        using var page = Markup.Build("<body><p>A<b>x</b></p>B<p>C</p>");
        var (first, last) = page.QuerySelectorAll("p").ToList() is [var one, var other] ? (one, other) : default;

        first.NextSibling!.Value.TextContent.ShouldBe("B");
        first.NextSibling!.Value.NextSibling.ShouldBe(last);
        last.NextSibling.ShouldBeNull();
        last.PreviousSibling!.Value.TextContent.ShouldBe("B");
        last.PreviousElementSibling.ShouldBe(first);
        first.PreviousSibling.ShouldBeNull();
    }

    [Fact]
    public void Knows_what_is_inside()
    {
        using var page = Markup.Build("<body><div><p>A</p></div><p>B</p>");
        var (inside, outside) = page.QuerySelectorAll("p").ToList() is [var one, var other] ? (one, other) : default;
        var box = page.QuerySelector("div")!.Value;

        box.Contains(inside).ShouldBeTrue();
        box.Contains(box).ShouldBeTrue();
        box.Contains(outside).ShouldBeFalse();
        inside.ParentElement.ShouldBe(box);
    }

    [Fact]
    public void Joins_the_text_below_and_leaves_scripts_out_of_what_is_visible()
    {
        using var page = Markup.Build("<body><p>A &amp; <b>B</b><script>x</script></p>");
        var paragraph = page.QuerySelector("p")!.Value;

        paragraph.TextContent.ShouldBe("A & Bx");
        paragraph.TextLength.ShouldBe(6);
        paragraph.VisibleLength.ShouldBe(5);
    }
}
