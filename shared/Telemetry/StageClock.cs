using Dateline.Contracts;

namespace Dateline.Telemetry;

/// <summary>Accounts for a stage: each document is counted once, as passed or rejected, and leaves a hop in its journey.</summary>
public sealed class StageClock(Stage stage, string version, TimeProvider time)
{
    public Run Start() => new(this, time.GetUtcNow(), time.GetTimestamp());

    /// <summary>One document's time at the stage.</summary>
    public readonly struct Run(StageClock clock, DateTimeOffset startedAt, long started)
    {
        /// <summary>The journey with this hop, for the next message. Publish first, then count.</summary>
        public Journey Finish(Journey journey, string? note = null) => journey.With(new Hop
        {
            Stage = clock.Stage,
            Worker = Worker.Name,
            Version = clock.Version,
            StartedAt = startedAt,
            DurationMs = Math.Round(Elapsed.TotalMilliseconds, 3),
            Note = note,
        });

        public void CountPassed() => Count("passed");

        public void CountRejected(RejectionReason reason) => Count("rejected", WireEnumConverter<RejectionReason>.Name(reason));

        private TimeSpan Elapsed => clock.Time.GetElapsedTime(started);

        private void Count(string outcome, string reason = "")
        {
            LineMetrics.Count(clock.Stage, outcome, reason);
            LineMetrics.Took(clock.Stage, Elapsed);
        }
    }

    internal Stage Stage => stage;

    internal string Version => version;

    internal TimeProvider Time => time;
}
