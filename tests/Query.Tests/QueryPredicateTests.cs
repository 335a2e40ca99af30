using Dateline.Query.Matching;
using Dateline.Query.Syntax;

namespace Dateline.Query.Tests;

public sealed class QueryPredicateTests
{
    private static readonly SearchableArticle Article = new()
    {
        Title = "Parliament votes on the budget",
        Text = "The finance minister raised taxes.\n\nNikolai Patrushev met him in New Delhi. 東京都で会談。",
        Language = "en",
        SourceId = Guid.Parse("0192d3a0-0000-7000-8000-000000000001"),
        SourceTitle = "The City Desk",
        SiteName = "Daily Herald",
        Host = "news.daily-herald.co.uk",
        Authors = ["Mara Lind", "Joe Smith"],
        Tags = ["Public finance"],
        Entities = ["Nikolai Patrushev"],
        Places = ["New Delhi"],
        Countries = ["IN"],
        Topics = ["04000000", "Economy"],
        Stories = [Guid.Parse("0192d3a0-0000-7000-8000-00000000000a")],
        Has = ["author", "date"],
        PublishedAt = new DateTime(2023, 3, 30, 0, 0, 0, DateTimeKind.Utc),
        StoredAt = new DateTime(2023, 4, 2, 8, 0, 0, DateTimeKind.Utc),
    };

    [Theory]
    [InlineData("")]
    [InlineData("patrushev")]
    [InlineData("PATRUSHEV budget")]
    [InlineData("budgets")]
    [InlineData("raising tax")]
    [InlineData("\"finance minister\"")]
    [InlineData("\"finance ministers raise\"")]
    [InlineData("minist*")]
    [InlineData("ministers*")]
    [InlineData("nothing OR patrushev")]
    [InlineData("patrushev -nothing")]
    [InlineData("title:budget")]
    [InlineData("title:\"votes on\"")]
    [InlineData("-title:patrushev")]
    [InlineData("finance NEAR/2 taxes")]
    [InlineData("taxes NEAR/2 finance")]
    [InlineData("東京")]
    [InlineData("京都")]
    [InlineData("東")]
    [InlineData("東京都で会談")]
    [InlineData("source:\"city desk\"")]
    [InlineData("source:city")]
    [InlineData("source:0192d3a0-0000-7000-8000-000000000001")]
    [InlineData("site:daily-herald.co.uk")]
    [InlineData("site:news.daily-herald.co.uk")]
    [InlineData("site:herald")]
    [InlineData("author:lind")]
    [InlineData("author:\"mara lind\"")]
    [InlineData("author:smi*")]
    [InlineData("tag:finance")]
    [InlineData("entity:\"nikolai patrushev\"")]
    [InlineData("place:IN")]
    [InlineData("place:delhi")]
    [InlineData("topic:economy")]
    [InlineData("topic:04000000")]
    [InlineData("story:0192d3a0-0000-7000-8000-00000000000a")]
    [InlineData("story:\"0192D3A000007000800000000000000A\"")]
    [InlineData("story:(0192d3a0-0000-7000-8000-00000000000b OR 0192d3a0-0000-7000-8000-00000000000a)")]
    [InlineData("has:author")]
    [InlineData("lang:en")]
    [InlineData("lang:en patrushev")]
    [InlineData("published:2023-03")]
    [InlineData("published:2023-03-30..2023-03-30")]
    [InlineData("stored:2023-04-02")]
    public void Matches(string query) => Answer(query).ShouldBeTrue();

    [Theory]
    [InlineData("nothing")]
    [InlineData("-patrushev")]
    [InlineData("patrushev nothing")]
    [InlineData("\"minister finance\"")]
    [InlineData("\"budget the finance\"")]
    [InlineData("title:patrushev")]
    [InlineData("mara")]
    [InlineData("finance NEAR/1 taxes")]
    [InlineData("京会")]
    [InlineData("source:\"desk city\"")]
    [InlineData("site:herald.co.uk")]
    [InlineData("author:\"lind joe\"")]
    [InlineData("author:\"mara smith\"")]
    [InlineData("entity:lind")]
    [InlineData("place:US")]
    [InlineData("story:0192d3a0-0000-7000-8000-00000000000b")]
    [InlineData("has:image")]
    [InlineData("lang:de")]
    [InlineData("published:2023-03-31..")]
    [InlineData("stored:..2023-04-01")]
    public void Does_not_match(string query) => Answer(query).ShouldBeFalse();

    [Fact]
    public void An_unknown_date_is_in_no_span_and_outside_of_every_one()
    {
        var undated = Article with { PublishedAt = null };
        Compile("published:2000..").Matches(undated).ShouldBeFalse();
        Compile("-published:2000..").Matches(undated).ShouldBeTrue();
    }

    private static bool Answer(string query) => Compile(query).Matches(Article);

    private static QueryPredicate Compile(string query) => QueryPredicate.Compile(QueryParser.Parse(query).Root!);
}
