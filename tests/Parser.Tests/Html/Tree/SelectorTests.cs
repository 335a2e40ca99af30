namespace Dateline.Parser.Tests.Html.Tree;

public sealed class SelectorTests
{
    private const string Page = """
        <head><title>T</title></head><body><article id=a class="story lead"><h2><a href=/x rel="tag author">X</a></h2><p>A</p></article><p class=story><a>B</a><script src=s></script><script>C</script></p>
        """;

    [Theory]
    [InlineData("p", "A|BC")]
    [InlineData("h2, p", "X|A|BC")]
    [InlineData("h2 a[href]", "X")]
    [InlineData("article > p", "A")]
    [InlineData("article > a", "")]
    [InlineData(".story", "XA|BC")]
    [InlineData("p.story a", "B")]
    [InlineData("[rel~=author]", "X")]
    [InlineData("[rel~=Author]", "X")]
    [InlineData("[class~=Story]", "")]
    [InlineData("[rel~=auth]", "")]
    [InlineData("[class*=tor]", "XA|BC")]
    [InlineData("[class^=story][class$=lead]", "XA")]
    [InlineData("[rel='tag author']", "X")]
    [InlineData("script:not([src])", "C")]
    public void Finds_elements_in_reading_order(string selector, string texts)
    {
        using var page = Markup.Build(Page);

        string.Join('|', page.QuerySelectorAll(selector).Select(node => node.TextContent)).ShouldBe(texts);
    }

    [Fact]
    public void Finds_the_nearest_around_and_the_element_itself()
    {
        using var page = Markup.Build(Page);
        var link = page.QuerySelector("h2 a")!.Value;

        link.Closest("article, body")!.Value.Id.ShouldBe("a");
        link.Closest("a").ShouldBe(link);
        link.Closest("nav").ShouldBeNull();
    }

    [Fact]
    public void Looks_only_below_the_element_it_is_asked_of()
    {
        using var page = Markup.Build(Page);

        page.QuerySelector("article")!.Value.QuerySelectorAll("a").Count().ShouldBe(1);
    }

    [Fact]
    public void Refuses_what_it_cannot_read()
    {
        using var page = Markup.Build(Page);

        Should.Throw<FormatException>(() => page.QuerySelector("p:first-child")).Message.ShouldContain("p:first-child");
    }
}
