using Dateline.Dashboard.Text;

namespace Dateline.Dashboard.Tests.Text;

public sealed class TimelineScaleTests
{
    private static readonly DateTimeOffset May = new(2026, 5, 4, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, "hour")]
    [InlineData(30, null)]
    [InlineData(400, "week")]
    [InlineData(1_000, "month")]
    [InlineData(int.MaxValue, "year")]
    public void Chooses_bars_that_fit_the_time_the_matches_span(int days, string? interval) => TimelineScale.Better(days).ShouldBe(interval);

    [Theory]
    [InlineData("hour", "4 May 2026, 00:00")]
    [InlineData("day", "Mon 4 May 2026")]
    [InlineData("week", "4 May – 10 May 2026")]
    [InlineData("month", "May 2026")]
    [InlineData("year", "2026")]
    public void Says_what_a_bar_stands_for(string interval, string name) => TimelineScale.Name(May, interval).ShouldBe(name);

    [Fact]
    public void Labels_a_bar_when_a_new_month_begins()
    {
        TimelineScale.Label(May, May.AddDays(-1), "day").ShouldBeNull();
        TimelineScale.Label(May.AddDays(28), May.AddDays(27), "day").ShouldBe("Jun");
    }

    [Fact]
    public void Ends_a_month_where_the_next_begins() =>
        TimelineScale.End(new DateTimeOffset(2024, 2, 1, 0, 0, 0, TimeSpan.Zero), "month").ShouldBe(new DateTimeOffset(2024, 3, 1, 0, 0, 0, TimeSpan.Zero));
}
