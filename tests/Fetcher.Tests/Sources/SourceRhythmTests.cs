using Dateline.Fetcher.Sources;

namespace Dateline.Fetcher.Tests.Sources;

public sealed class SourceRhythmTests
{
    private static readonly DateTimeOffset Monday = new(2024, 5, 6, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Four weeks of eight entries each working day, from nine to five.</summary>
    private static readonly SourceRhythm Office = new SourceRhythm().With(
        from week in Enumerable.Range(0, 4) from day in Enumerable.Range(0, 5) from hour in Enumerable.Range(9, 8) select Monday.AddDays((7 * week) + day).AddHours(hour), 5.7);

    [Fact]
    public void A_quiet_weekend_is_not_late() => Office.LateSince(Monday.AddDays(28).AddHours(8)).ShouldBeNull();

    [Fact]
    public void A_quiet_monday_is_late_by_noon() => Office.LateSince(Monday.AddDays(28).AddHours(20))!.Value.ShouldBeInRange(Monday.AddDays(28).AddHours(10), Monday.AddDays(28).AddHours(13));

    [Fact]
    public void The_hours_add_up_to_the_weeks_entries() => Office.Expected().Sum().ShouldBe(5.7 * 7, 0.001);

    [Fact]
    public void One_day_says_nothing_about_the_others() =>
        new SourceRhythm().With(Enumerable.Range(9, 8).Select(hour => Monday.AddHours(hour)), 8).Expected().Distinct().Count().ShouldBe(1);

    [Fact]
    public void What_never_published_is_never_late() => new SourceRhythm().LateSince(Monday).ShouldBeNull();
}
