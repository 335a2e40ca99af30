using System.Diagnostics.Metrics;
using Dateline.Contracts;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Telemetry.Tests;

public sealed class StageClockTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 5, 14, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_stage_leaves_a_hop_with_its_time_worker_and_version()
    {
        var run = new StageClock(Stage.Parse, "3.1", _time).Start();
        _time.Advance(TimeSpan.FromMilliseconds(125));

        var hop = run.Finish(Journey.Empty, "a note").Hops.ShouldHaveSingleItem();

        hop.ShouldBe(new Hop
        {
            Stage = Stage.Parse,
            Worker = Worker.Name,
            Version = "3.1",
            StartedAt = new DateTimeOffset(2024, 5, 14, 8, 0, 0, TimeSpan.Zero),
            DurationMs = 125,
            Note = "a note",
        });
    }

    [Fact]
    public void Each_document_is_counted_once_under_labels_of_closed_lists()
    {
        var counted = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "dateline.documents")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => counted.Add($"{value} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}"));
        listener.Start();

        var clock = new StageClock(Stage.Parse, "1", _time);
        clock.Start().CountPassed();
        clock.Start().CountRejected(RejectionReason.TooShort);

        counted.ShouldBe(["1 stage=parse outcome=passed reason=", "1 stage=parse outcome=rejected reason=too-short"]);
    }
}
