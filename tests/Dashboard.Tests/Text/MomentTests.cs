using Dateline.Dashboard.Text;

namespace Dateline.Dashboard.Tests.Text;

public sealed class MomentTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 12, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(-42, "42 s ago")]
    [InlineData(-150, "2 min ago")]
    [InlineData(-7200, "2 h ago")]
    [InlineData(-100_000, "1 day ago")]
    [InlineData(-864_000, "10 days ago")]
    [InlineData(900, "in 15 min")]
    public void Says_how_long_ago_or_ahead_a_time_is(int seconds, string text) => Moment.Relative(Now.AddSeconds(seconds), Now).ShouldBe(text);

    [Theory]
    [InlineData("day", "12 May 2026")]
    [InlineData("month", "May 2026")]
    [InlineData("year", "2026")]
    [InlineData("minute", "12 May 2026, 08:00 UTC")]
    public void Claims_no_more_of_a_date_than_is_known(string precision, string text) => Moment.Known(Now, precision).ShouldBe(text);

    [Fact]
    public void Writes_the_exact_time_in_UTC() =>
        Moment.Exact(new DateTimeOffset(2026, 5, 12, 10, 0, 0, TimeSpan.FromHours(2))).ShouldBe("2026-05-12 08:00:00 UTC");
}
