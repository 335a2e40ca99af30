using Dateline.Query.Syntax;

namespace Dateline.Query.Tests;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("budget", "budget")]
    [InlineData("budget vote", "budget AND vote")]
    [InlineData("budget AND vote", "budget AND vote")]
    [InlineData("budget OR vote tax", "budget OR (vote AND tax)")]
    [InlineData("(budget OR vote) tax", "(budget OR vote) AND tax")]
    [InlineData("budget | vote", "budget OR vote")]
    [InlineData("((budget))", "budget")]
    [InlineData("a1 (b2 (c3 d4))", "a1 AND b2 AND c3 AND d4")]
    [InlineData("\"budget vote\"", "\"budget vote\"")]
    [InlineData("“budget vote”", "\"budget vote\"")]
    [InlineData("-budget", "-budget")]
    [InlineData("NOT budget", "-budget")]
    [InlineData("--budget", "budget")]
    [InlineData("tax -(budget OR vote)", "tax AND -(budget OR vote)")]
    [InlineData("elect*", "elect*")]
    [InlineData("\"new elect\"*", "\"new elect\"*")]
    [InlineData("al-Assad", "al-Assad")]
    [InlineData("10:30", "10:30")]
    [InlineData("TITLE:budget", "title:budget")]
    [InlineData("title:(budget OR \"interest rate\")", "title:budget OR title:\"interest rate\"")]
    [InlineData("title:-5", "title:-5")]
    [InlineData("by:\"Mara Lind\"", "author:\"Mara Lind\"")]
    [InlineData("lang:pt-BR", "lang:pt")]
    [InlineData("has:IMAGE", "has:image")]
    [InlineData("budget NEAR/5 \"interest rate\"", "budget NEAR/5 \"interest rate\"")]
    [InlineData("(strike OR walkout) NEAR/10 port lang:en", "((strike NEAR/10 port) OR (walkout NEAR/10 port)) AND lang:en")]
    [InlineData("elect* NEAR/5 (vote OR \"town hall\")", "(elect* NEAR/5 vote) OR (elect* NEAR/5 \"town hall\")")]
    [InlineData("title:((strike OR walkout) NEAR/2 port)", "(title:strike NEAR/2 title:port) OR (title:walkout NEAR/2 title:port)")]
    [InlineData("lang:deu", "lang:de")]
    [InlineData("lang:yue", "lang:yue")]
    [InlineData("tax budget NEAR/5 vote", "tax AND (budget NEAR/5 vote)")]
    [InlineData("published:2023-03-01..2023-03-31", "published:2023-03-01..2023-03-31")]
    [InlineData("or and not", "or AND and AND not")]
    [InlineData("\"OR\"", "\"OR\"")]
    [InlineData("\"say \\\"no\\\"\"", "\"say \\\"no\\\"\"")]
    public void Understands(string query, string understood) => Parse(query).ToString().ShouldBe(understood);

    [Theory]
    [InlineData("budget \"vote", 7, "never closed", "\"")]
    [InlineData("(budget vote", 0, "never closed", ")")]
    [InlineData("budget) vote", 6, "closes nothing", "(")]
    [InlineData("budget OR", 9, "missing at the end", "operator")]
    [InlineData("OR budget", 0, "both sides", "quotation marks")]
    [InlineData("tax ()", 5, "before this bracket", "brackets")]
    [InlineData("tax -", 5, "missing at the end", "word")]
    [InlineData("tax titel:budget", 4, "no field \"titel\"", "title:")]
    [InlineData("langauge:en", 0, "no field", "lang:")]
    [InlineData("https://example.org/a", 0, "no field \"https\"", "quotation marks")]
    [InlineData("title:", 6, "needs a value", "title:budget")]
    [InlineData("title: (", 8, "missing at the end", "word")]
    [InlineData("lang:english", 5, "no language code", "lang:en")]
    [InlineData("has:pictures", 4, "does not know", "image")]
    [InlineData("has:imag", 4, "does not know", "has:image")]
    [InlineData("published:yesterday", 10, "is no date", "2023-03-01")]
    [InlineData("published:2023-02-30", 10, "is no date", "2023-03-01")]
    [InlineData("published:2023-01..2023-13", 19, "is no date", "2023-03-01")]
    [InlineData("published:2024..2023", 16, "ends before it begins", "earlier date first")]
    [InlineData("published:..", 10, "at least one end", "..")]
    [InlineData("tax ...", 4, "no letter or digit", "words")]
    [InlineData("a*", 0, "One letter", "two letters")]
    [InlineData("elec*tion", 4, "at the end of a word", "elect*")]
    [InlineData("tax NEAR vote", 4, "number of words", "NEAR/5")]
    [InlineData("tax NEAR/99 vote", 4, "number of words", "NEAR/30")]
    [InlineData("tax NEAR/3 (vote law)", 4, "alternatives", "NEAR/5")]
    [InlineData("tax NEAR/3 (vote OR -law)", 4, "alternatives", "NEAR/5")]
    [InlineData("tax NEAR/3 (vote OR taxes)", 4, "different words", "Forms")]
    [InlineData("elect* NEAR/3 electoral", 7, "different words", "Forms")]
    [InlineData("tax NEAR/3 vote NEAR/3 law", 16, "not three", "AND")]
    [InlineData("title:(tax OR budget) NEAR/3 vote", 22, "same field", "title:(")]
    [InlineData("tax NEAR/3 taxes", 4, "different words", "Forms")]
    [InlineData("\"a b\" NEAR/3 \"b c\"", 6, "different words", "Forms")]
    [InlineData("author:x1 NEAR/3 author:x2", 10, "words or phrases of the text", "NEAR/5")]
    [InlineData("title:(tax lang:en)", 11, "inside title:", "brackets")]
    public void Points_at_the_mistake(string query, int position, string message, string suggestion)
    {
        var error = QueryParser.Parse(query).Error.ShouldNotBeNull();
        error.Position.ShouldBe(position);
        error.Message.ShouldContain(message);
        error.Suggestion.ShouldContain(suggestion);
    }

    [Fact]
    public void Draws_a_caret_under_the_mistake() =>
        QueryParser.Parse("tax (vote").Error!.Pointer("tax (vote").ShouldBe("tax (vote\n    ^");

    [Fact]
    public void Knows_where_each_part_was_written()
    {
        var and = Parse("tax -title:\"budget vote\"").ShouldBeOfType<AndNode>();
        (and.Start, and.Length).ShouldBe((0, 24));
        (and.Parts[0].Start, and.Parts[0].Length).ShouldBe((0, 3));
        var not = and.Parts[1].ShouldBeOfType<NotNode>();
        (not.Start, not.Length).ShouldBe((4, 20));
        (not.Part.Start, not.Part.Length).ShouldBe((5, 19));
    }

    [Theory]
    [InlineData("published:2023", "2023-01-01", "2024-01-01")]
    [InlineData("published:2023-03", "2023-03-01", "2023-04-01")]
    [InlineData("published:2023-03-30", "2023-03-30", "2023-03-31")]
    [InlineData("published:2023-03-30T14:00", "2023-03-30T14:00", "2023-03-30T14:01")]
    [InlineData("published:2023-03-01..2023-03-31", "2023-03-01", "2023-04-01")]
    [InlineData("published:2023..", "2023-01-01", null)]
    [InlineData("published:..2023-06", null, "2023-07-01")]
    public void Reads_spans_of_time(string query, string? from, string? until)
    {
        var range = Parse(query).ShouldBeOfType<RangeNode>();
        range.From.ShouldBe(Time(from));
        range.Until.ShouldBe(Time(until));
    }

    [Fact]
    public void Refuses_a_query_that_is_too_long() =>
        QueryParser.Parse(new string('a', QueryParser.MaxLength + 1)).Error!.Position.ShouldBe(QueryParser.MaxLength);

    [Fact]
    public void Refuses_a_query_that_nests_too_deep() =>
        QueryParser.Parse(new string('(', 500) + "a").Error!.Message.ShouldContain("deep");

    [Fact]
    public void Refuses_a_chain_of_signs_that_nests_too_deep() =>
        QueryParser.Parse(new string('-', 1500) + "a").Error!.Message.ShouldContain("deep");

    [Fact]
    public void Refuses_a_query_with_too_many_terms() =>
        QueryParser.Parse(string.Join(' ', Enumerable.Repeat("ab", QueryParser.MaxTerms + 1))).Error!.Position.ShouldBe(300);

    private static QueryNode Parse(string query)
    {
        var parsed = QueryParser.Parse(query);
        parsed.Error.ShouldBeNull();
        return parsed.Root!;
    }

    private static DateTime? Time(string? text) => text is null
        ? null
        : DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal);
}
