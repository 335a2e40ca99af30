using System.Text.Json;
using Dateline.Storage.Search;

namespace Dateline.Storage.Tests.Search;

/// <summary>Which way to the newest matches costs least, by how many there are.</summary>
public sealed class NewestPlanTests
{
    private const int Archive = 1_000_000;

    [Fact]
    public void Common_words_are_walked_to()
    {
        var plan = NewestPlan.For(125_000, 125_000, Archive, 51);

        plan.Walked.ShouldBe(1_000);
        plan.Window.ShouldBeNull();
    }

    [Fact]
    public void Words_of_a_hundredth_are_gathered_in_the_newest_part()
    {
        var plan = NewestPlan.For(7_000, 7_000, Archive, 51);

        plan.Walked.ShouldBeNull();
        plan.Window!.Value.ShouldBeInRange(15_000, 30_000);
    }

    [Fact]
    public void Rare_words_are_gathered_whole() => NewestPlan.For(400, 400, Archive, 51).IsWhole.ShouldBeTrue();

    [Fact]
    public void A_long_list_is_not_read_for_a_page_that_a_walk_fills() => NewestPlan.For(20_000, 170_000, Archive, 51).Walked.ShouldNotBeNull();

    [Fact]
    public void A_long_list_is_read_once_and_not_window_after_window() => NewestPlan.For(3_000, 125_000, Archive, 51).IsWhole.ShouldBeTrue();

    [Fact]
    public void Every_way_widens_until_nothing_is_left_out()
    {
        var steps = 0;
        for (var plan = NewestPlan.For(125_000, 125_000, Archive, 51); !plan.IsWhole; plan = plan.Wider(Archive))
            (++steps).ShouldBeLessThan(6);
    }

    [Theory]
    [InlineData("""{"Node Type":"Limit","Plan Rows":1,"Plans":[{"Node Type":"Bitmap Heap Scan","Plan Rows":5000,"Plans":[{"Node Type":"Bitmap Index Scan","Plan Rows":5000,"Actual Rows":7472}]}]}""", 7_472, 7_472)]
    [InlineData("""{"Node Type":"Limit","Plan Rows":1,"Plans":[{"Node Type":"Bitmap Heap Scan","Plan Rows":900,"Plans":[{"Node Type":"BitmapAnd","Plan Rows":900,"Actual Rows":0,"Plans":[{"Node Type":"Bitmap Index Scan","Plan Rows":1,"Actual Rows":7472},{"Node Type":"Bitmap Index Scan","Plan Rows":1,"Actual Rows":90000}]}]}]}""", 900, 90_000)]
    [InlineData("""{"Node Type":"Limit","Plan Rows":1,"Plans":[{"Node Type":"Bitmap Heap Scan","Plan Rows":900,"Plans":[{"Node Type":"BitmapOr","Plan Rows":900,"Actual Rows":0,"Plans":[{"Node Type":"Bitmap Index Scan","Plan Rows":1,"Actual Rows":40},{"Node Type":"Bitmap Index Scan","Plan Rows":1,"Actual Rows":2}]}]}]}""", 42, 40)]
    [InlineData("""{"Node Type":"Limit","Plan Rows":1,"Plans":[{"Node Type":"Seq Scan","Plan Rows":3,"Actual Rows":1}]}""", 1, 0)]
    public void The_plan_of_one_match_tells_how_long_the_lists_are(string plan, long matches, long longest)
    {
        using var json = JsonDocument.Parse(plan);

        ListedMatches.Of(json.RootElement).ShouldBe(new ListedMatches(matches, longest));
    }
}
