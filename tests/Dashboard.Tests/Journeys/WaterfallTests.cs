using Dateline.Dashboard.Clients;
using Dateline.Dashboard.Journeys;

namespace Dateline.Dashboard.Tests.Journeys;

public sealed class WaterfallTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 12, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Places_work_and_the_wait_before_it_on_one_scale()
    {
        var waterfall = Waterfall.Of([Hop("accept", 0, 20), Hop("parse", 50, 30), Hop("store", 80, 20)]);

        waterfall.TotalMs.ShouldBe(100);
        waterfall.WorkMs.ShouldBe(70);
        var parse = waterfall.Rows[1];
        (parse.WaitMs, parse.WaitLeft, parse.WaitWidth, parse.Left, parse.Width).ShouldBe((30, 20, 30, 50, 30));
        waterfall.Rows[2].WaitMs.ShouldBe(0);
    }

    [Fact]
    public void Shows_a_hop_that_took_no_time_inside_the_track()
    {
        var settle = Waterfall.Of([Hop("accept", 0, 1000), Hop("settle", 1000, 0)]).Rows[1];

        settle.Width.ShouldBeGreaterThan(0);
        (settle.Left + settle.Width).ShouldBe(100, 0.0001);
    }

    [Fact]
    public void Counts_no_wait_where_the_clocks_of_two_machines_disagree()
    {
        var waterfall = Waterfall.Of([Hop("accept", 0, 40), Hop("parse", 25, 10)]);

        waterfall.Rows[1].WaitMs.ShouldBe(0);
        waterfall.TotalMs.ShouldBe(40);
    }

    [Fact]
    public void Marks_the_axis_with_round_times()
    {
        var ticks = Waterfall.Of([Hop("accept", 0, 209)]).Ticks;

        ticks.Select(tick => tick.Ms).ShouldBe([0, 50, 100, 150]);
    }

    [Fact]
    public void Is_empty_before_the_first_hop()
    {
        var waterfall = Waterfall.Of([]);

        waterfall.Rows.ShouldBeEmpty();
        waterfall.Ticks.ShouldBeEmpty();
    }

    [Fact]
    public void Copes_with_a_journey_that_took_no_time_at_all() =>
        Waterfall.Of([Hop("accept", 0, 0)]).Rows.ShouldHaveSingleItem().Left.ShouldBe(0);

    private static Hop Hop(string stage, double startMs, double durationMs) =>
        new() { Stage = stage, StartedAt = Start.AddMilliseconds(startMs), DurationMs = durationMs };
}
