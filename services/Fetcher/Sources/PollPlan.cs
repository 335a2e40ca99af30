namespace Dateline.Fetcher.Sources;

/// <summary>When a source is asked next, and why then.</summary>
public sealed record PollPlan(TimeSpan After, string Reason)
{
    private static readonly TimeSpan Busy = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static PollPlan Next(int newEntries, int failures, TimeSpan? retryAfter)
    {
        var plan = failures > 0 ? BackOff(failures)
            : newEntries > 0 ? new PollPlan(Busy, $"the last poll brought {newEntries} new entries")
            : new PollPlan(Quiet, "the last poll brought nothing new");
        return retryAfter > plan.After ? new PollPlan(retryAfter.Value, "the server asks to be left alone until then") : plan;
    }

    /// <summary>A failing source is never dropped: it is asked ever more rarely, and recovers by itself.</summary>
    private static PollPlan BackOff(int failures)
    {
        var minutes = Busy.TotalMinutes * Math.Pow(2, Math.Min(failures - 1, 20));
        return new PollPlan(TimeSpan.FromMinutes(Math.Min(minutes, Longest.TotalMinutes)), failures == 1 ? "the last poll failed" : $"the last {failures} polls failed");
    }
}
