namespace Dateline.Parser.Tests.Html.Tree;

public sealed class CharacterReferenceTests
{
    [Theory]
    [InlineData("&eacute;&Eacute;&amp;&lt;", "éÉ&<")]
    [InlineData("&CounterClockwiseContourIntegral;&NotEqualTilde;", "∳≂̸")]
    [InlineData("&copy 2026 &AMP&ampx", "© 2026 &&x")]
    [InlineData("&notin; &notit;", "∉ ¬it;")]
    [InlineData("&#233;&#xE9;&#XE9&#233x", "ééééx")]
    [InlineData("&#128512;", "😀")]
    [InlineData("&#150;&#x80;&#146;", "–€’")]
    [InlineData("&#0;&#xD800;&#x110000;&#99999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("& &; &#; &#x; &nosuch; &eacut", "& &; &#; &#x; &nosuch; &eacut")]
    public void Is_decoded_in_text(string written, string read) => Markup.Body(written).ShouldBe(read);

    [Theory]
    [InlineData("?a=1&copy=2&amp;b=3", "?a=1&copy=2&b=3")]
    [InlineData("?a=1&copyx", "?a=1&copyx")]
    [InlineData("A&copy", "A©")]
    [InlineData("A &copy; B", "A © B")]
    public void Is_decoded_in_an_attribute_unless_it_is_part_of_an_address(string written, string read)
    {
        using var page = Markup.Build($"<a href=\"{written}\">");

        page.QuerySelector("a")!.Value.GetAttribute("href").ShouldBe(read);
    }
}
