using System.Text;
using Dateline.Fetcher.Files;
using static Dateline.Fetcher.Tests.Files.Packed;

namespace Dateline.Fetcher.Tests.Files;

/// <summary>Tables that somebody wrote by hand, or a program that knows nothing of quotes.</summary>
public sealed class BrokenTableTests
{
    [Fact]
    public void A_quote_that_is_never_closed_costs_its_own_row()
    {
        var text = new StringBuilder("title,text\na,b\nc,\"d\n");
        for (var i = 0; i < 100_000; i++)
            text.Append("e,f\n");

        var items = Split(Bytes(text.ToString()), "a.csv");

        items.Count.ShouldBe(100_002);
        items.Where(item => item.Problem is not null).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            item => item.Name.ShouldBe("a.csv/2"),
            item => item.Problem!.ShouldContain("line 3 is never closed; the row was left out"));
    }

    [Fact]
    public void A_quote_that_opens_in_the_next_row_closes_none() =>
        Split(Bytes("title,text\na,\"open\nb,\"closed\"\nc,plain\n"), "a.csv").Select(Shown).ShouldBe(
            ["!", """{"title":"b","text":"closed"}""", """{"title":"c","text":"plain"}"""]);

    [Fact]
    public void The_lines_of_a_text_that_is_not_closed_are_no_rows()
    {
        var items = Split(Bytes("title,text\na,\"first\nsecond\nthird\n\nb,\"closed\"\n"), "a.csv");

        items.Select(Shown).ShouldBe(["!", """{"title":"b","text":"closed"}"""]);
        items[0].Problem!.ShouldContain("lines 2 to 5 were left out");
    }

    [Fact]
    public void Two_rows_in_turn_may_be_broken() =>
        Split(Bytes("title,text\na,\"open\nb,\"open\nc,\"closed\"\n"), "a.csv").Select(Shown).ShouldBe(["!", "!", """{"title":"c","text":"closed"}"""]);

    [Fact]
    public void A_quote_in_the_last_row_is_named() =>
        Split(Bytes("title,text\na,b\nc,\"open"), "a.csv").Select(Shown).ShouldBe(["""{"title":"a","text":"b"}""", "!"]);

    [Fact]
    public void Quotes_that_nobody_doubled_belong_to_the_text() =>
        Split(Bytes("title,text\na,\"she said \"no\" to her, and left\"\nb,c\n"), "a.csv").Select(Shown).ShouldBe(
            ["""{"title":"a","text":"she said \u0022no\u0022 to her, and left"}""", """{"title":"b","text":"c"}"""]);

    [Fact]
    public void Spaces_may_stand_behind_a_quote() =>
        Split(Bytes("title,text\n\"a\" ,\"b\"  \nc,d\n"), "a.csv").Select(Shown).ShouldBe(["""{"title":"a","text":"b"}""", """{"title":"c","text":"d"}"""]);

    [Fact]
    public void Tabs_part_quoted_fields() =>
        Split(Bytes("title\ttext\n\"a\"\t\"b\"\nc\td\n"), "a.tsv").Select(Shown).ShouldBe(["""{"title":"a","text":"b"}""", """{"title":"c","text":"d"}"""]);

    [Fact]
    public void A_row_that_is_too_long_costs_only_itself() =>
        Split(Bytes($"title,text\na,{new string('x', 2_000)}\nb,c\n"), "a.csv", new UnpackingOptions { MaxItemBytes = 1_000 }).Select(Shown).ShouldBe(["!", """{"title":"b","text":"c"}"""]);

    /// <summary>Each line opens a quote that the next ones seem to double: every row reaches to the end.</summary>
    [Fact]
    public void A_table_whose_every_row_swallows_the_rest_is_given_up()
    {
        var items = Split(Bytes("title,text\n" + string.Concat(Enumerable.Repeat("a,\"\"b\n", 200_000))), "a.csv");

        items[^1].Problem!.ShouldContain("Too many quotes");
        items.Count.ShouldBeLessThan(1_000);
    }

    private static string Shown(FileItem item) => item.Problem is null ? Text(item) : "!";
}
