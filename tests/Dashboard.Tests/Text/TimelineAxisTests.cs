using Dateline.Dashboard.Text;

namespace Dateline.Dashboard.Tests.Text;

public sealed class TimelineAxisTests
{
    [Fact]
    public void Labels_with_room_are_all_shown() =>
        TimelineAxis.Shown(["2024", null, "2025", null]).ShouldBe(new Dictionary<int, bool> { [0] = true, [2] = true }, ignoreOrder: true);

    [Fact]
    public void A_month_gives_way_to_a_year()
    {
        var months = Weeks("Nov", "Dec", "Jan 2026", "Feb", "Mar", "Apr");

        var shown = TimelineAxis.Shown(months);

        shown.Keys.Select(index => months[index]).ShouldBe(["Jan 2026", "Nov", "Dec", "Apr"], ignoreOrder: true);
    }

    [Fact]
    public void A_phone_shows_fewer()
    {
        var months = Weeks("May 2025", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan 2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul");

        var shown = TimelineAxis.Shown(months);

        var phone = shown.Where(label => label.Value).Select(label => label.Key).Order().ToList();
        phone.Count.ShouldBeLessThan(shown.Count);
        phone.Select(index => months[index]).ShouldContain("Jan 2026");
        phone.Zip(phone.Skip(1), (left, right) => (right - left) * 330.0 / months.Count).ShouldAllBe(distance => distance >= 25);
    }

    [Fact]
    public void The_last_label_ends_with_the_chart_and_none_runs_over_it() =>
        TimelineAxis.Shown([.. Enumerable.Repeat<string?>(null, 88), "Oct", "Nov"]).ShouldBe(new Dictionary<int, bool> { [89] = true }, ignoreOrder: true);

    /// <summary>Four bars to a month, of which the first has the label; all of 90 bars, so that a month has about 28 pixels on a desk.</summary>
    private static List<string?> Weeks(params string[] months)
    {
        List<string?> labels = [.. months.SelectMany(month => new[] { month, null, null, null })];
        return [.. labels, .. Enumerable.Repeat<string?>(null, 90 - labels.Count)];
    }
}
