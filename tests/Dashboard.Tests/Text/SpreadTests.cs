using Dateline.Dashboard.Clients;
using Dateline.Dashboard.Text;

namespace Dateline.Dashboard.Tests.Text;

public sealed class SpreadTests
{
    private static readonly DateTimeOffset Morning = new(2026, 6, 2, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Fills_the_hours_in_which_nobody_reported() =>
        Spread.Of([new StoryHour(Morning, 2), new StoryHour(Morning.AddHours(3), 1)]).Bars.Select(bar => bar.Articles).ShouldBe([2, 0, 0, 1]);

    [Fact]
    public void Counts_by_the_day_when_a_story_lasts()
    {
        var spread = Spread.Of([new StoryHour(Morning, 2), new StoryHour(Morning.AddHours(2), 1), new StoryHour(Morning.AddDays(6), 4)]);

        spread.Interval.ShouldBe("day");
        spread.Bars.Select(bar => bar.Articles).ShouldBe([3, 0, 0, 0, 0, 0, 4]);
    }

    [Fact]
    public void Has_no_bars_without_articles() => Spread.Of([]).Bars.ShouldBeEmpty();
}
