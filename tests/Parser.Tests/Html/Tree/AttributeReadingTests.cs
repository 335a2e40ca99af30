namespace Dateline.Parser.Tests.Html.Tree;

public sealed class AttributeReadingTests
{
    [Fact]
    public void Quotes_may_be_of_either_kind_or_missing() => Markup.Body("<p id='a' class=b title = \"c d\" hidden>").ShouldBe("<p id=\"a\" class=\"b\" title=\"c d\" hidden=\"\"></p>");

    [Fact]
    public void Names_have_no_case() => Markup.Body("<P ID=a Data-Time=b>").ShouldBe("<p id=\"a\" data-time=\"b\"></p>");

    [Fact]
    public void The_first_of_two_counts() => Markup.Body("<p id=a ID=b>").ShouldBe("<p id=\"a\"></p>");

    [Fact]
    public void No_space_is_needed_behind_a_quote() => Markup.Body("<p id=\"a\"class=\"b\">").ShouldBe("<p id=\"a\" class=\"b\"></p>");

    [Fact]
    public void A_slash_in_an_address_without_quotes_is_part_of_it() => Markup.Body("<a href=/a/>A</a>").ShouldBe("<a href=\"/a/\">A</a>");

    [Fact]
    public void What_no_reader_asks_for_is_left_out() => Markup.Body("<p onclick=a srcSet=b data-x=c data-date=d>").ShouldBe("<p data-date=\"d\"></p>");

    [Fact]
    public void A_value_is_null_only_where_the_attribute_is_missing()
    {
        using var page = Markup.Build("<p hidden>");
        var paragraph = page.QuerySelector("p")!.Value;

        paragraph.GetAttribute("hidden").ShouldBe("");
        paragraph.GetAttribute("id").ShouldBeNull();
        paragraph.HasAttribute("hidden").ShouldBeTrue();
    }
}
