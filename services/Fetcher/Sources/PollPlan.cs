using System.Globalization;

namespace Dateline.Fetcher.Sources;

/// <summary>
/// When a source is asked next, and why then. The rate of publication decides; whoever else has a say (the feed, the server, the user,
/// entries that were nearly missed) moves it, and the last one that did gives the reason.
/// </summary>
public sealed record PollPlan(DateTimeOffset At, string Reason)
{
    /// <summary>Before anything is known of its rate.</summary>
    private static readonly TimeSpan Unknown = TimeSpan.FromHours(1);

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FirstRetryWhenMissing = TimeSpan.FromHours(4);

    /// <summary>"Retry after no time at all" is not meant. A server that repeats itself gets twice the pause each time from its host's slot.</summary>
    private static readonly TimeSpan SoonestRetry = TimeSpan.FromMinutes(1);

    /// <summary>A failing source is asked at least that often: it is never dropped.</summary>
    private static readonly TimeSpan LongestRetry = TimeSpan.FromDays(30);

    /// <summary>Beyond it, a server's "may be cached" is a mistake of its configuration: no feed stays the same for a year.</summary>
    private static readonly TimeSpan LongestFresh = TimeSpan.FromDays(1);

    /// <summary>Polls for each entry to be expected. More finds entries sooner and is mostly in vain.</summary>
    private const double PollsPerEntry = 2;

    /// <summary>Share of new entries in an answer from which on some may have been missed, and the share to aim for.</summary>
    private const double RiskyShare = 0.5, SafeShare = 0.25;

    private const double LargestJitter = 0.1;

    public static PollPlan Next(PollFacts facts, SourceOptions options)
    {
        var (after, reason) = facts.Failures > 0 ? BackOff(facts) : Regular(facts, options);
        after *= 1 + (LargestJitter * facts.Jitter);
        if (facts.Failures > 0)
            after = Min(after, LongestRetry);
        if (facts.RetryAfter is { } asked && (asked > after || IsBusy(facts)))
            (after, reason) = (Min(Max(asked, facts.MinInterval ?? SoonestRetry), LongestRetry), "the server asks to be left alone until then");
        var at = facts.Now + after;
        return facts.Failures == 0 && facts.MaxInterval is null && OutsideSkipped(at, facts) is var later && later > at
            ? new PollPlan(later, "the feed says that nothing comes before (skipHours, skipDays)")
            : new PollPlan(at, reason);
    }

    /// <summary>It refuses or is in trouble, which passes: then its own word on when to come back is the best there is.</summary>
    private static bool IsBusy(PollFacts facts) => facts.FailureKind is SourceFailure.Blocked or SourceFailure.ServerError;

    private static (TimeSpan After, string Reason) Regular(PollFacts facts, SourceOptions options)
    {
        var (after, reason) = ByRate(facts);
        var min = facts.MinInterval ?? options.MinInterval;
        var max = facts.MaxInterval ?? Max(options.MaxInterval, min);

        if (Nearly(facts) is { } sooner && sooner < after)
            (after, reason) = (sooner, $"{facts.New} of {facts.Window} entries were new, so that some may have been missed: it is asked sooner");
        if (facts.IsPushed && options.PushedInterval > after)
            (after, reason) = (options.PushedInterval, "its hub tells us what is new; it is asked now and then all the same");
        if (Hint(facts) is var (wish, who) && wish > after)
            (after, reason) = (wish, $"the feed asks for {Words(wish)} between two polls ({who})");
        if (after > max)
            (after, reason) = (max, facts.MaxInterval is null ? $"{Rate(facts)}; no source that works is left alone for longer" : $"a user wants it to be asked every {Words(max)}");
        if (after < min)
            (after, reason) = (min, facts.MinInterval is null ? $"{Rate(facts)}; no source is asked more often" : $"a user wants {Words(min)} between two polls");
        if (facts.FreshFor is { } fresh && Min(fresh, LongestFresh) > after)
            (after, reason) = (Min(fresh, LongestFresh), $"the server says that its answer stays good for {Words(fresh)} (Cache-Control, Expires)");
        return (after, reason);
    }

    private static (TimeSpan After, string Reason) ByRate(PollFacts facts) => facts.EntriesPerDay is not { } rate
        ? (Unknown, "it is not known yet how often it publishes")
        : (TimeSpan.FromDays(Math.Min(365, 1 / Math.Max(rate, 0.001) / PollsPerEntry)), $"{Rate(facts)}, and it is asked twice for each");

    /// <summary>The time after which a quarter of the answer should be new, if too much of this one was.</summary>
    private static TimeSpan? Nearly(PollFacts facts)
    {
        if (facts.SinceLast is not { } since || facts.Window == 0)
            return null;
        var share = (double)facts.New / facts.Window;
        return share >= RiskyShare ? since * (SafeShare / share) : null;
    }

    /// <summary>A wish of the feed, unless keeping it would lose entries.</summary>
    private static (TimeSpan Wish, string Who) Hint(PollFacts facts)
    {
        var (wish, who) = facts.Wish.Ttl >= (facts.Wish.UpdatePeriod ?? TimeSpan.Zero)
            ? (facts.Wish.Ttl.Value, "ttl")
            : (facts.Wish.UpdatePeriod ?? TimeSpan.Zero, "sy:updatePeriod");
        var safe = facts is { EntriesPerDay: > 0, Window: > 0 }
            ? TimeSpan.FromDays(Math.Min(365, facts.Window / facts.EntriesPerDay.Value / 2))
            : TimeSpan.MaxValue;
        return (Min(wish, safe), who);
    }

    private static (TimeSpan After, string Reason) BackOff(PollFacts facts)
    {
        if (facts.FailureKind == SourceFailure.Gone)
            return (LongestRetry, "the server says that the feed is gone for good; it is asked once a month in case it is not");

        var first = facts.FailureKind == SourceFailure.Missing ? FirstRetryWhenMissing : FirstRetry;
        var after = Min(TimeSpan.FromMinutes(first.TotalMinutes * Math.Pow(2, Math.Min(facts.Failures - 1, 20))), LongestRetry);
        var times = facts.Failures == 1 ? "the last poll failed" : $"the last {facts.Failures} polls failed";
        return (Max(after, facts.MinInterval ?? TimeSpan.Zero), $"{times} ({facts.FailureKind ?? "no answer"}); it is asked ever more rarely, and again as usual once it answers");
    }

    /// <summary>The first hour from then on that the feed does not exclude.</summary>
    private static DateTimeOffset OutsideSkipped(DateTimeOffset at, PollFacts facts)
    {
        var later = at.ToUniversalTime();
        for (var hours = 0; hours < SourceRhythm.HoursOfWeek; hours++)
        {
            if (!facts.Wish.SkipHours.Contains(later.Hour) && !facts.Wish.SkipDays.Contains(later.DayOfWeek))
                return later;
            later = new DateTimeOffset(later.Year, later.Month, later.Day, later.Hour, 0, 0, TimeSpan.Zero).AddHours(1);
        }

        return at; // everything is excluded: then nothing was meant
    }

    private static string Rate(PollFacts facts) => facts.EntriesPerDay switch
    {
        null => "it is not known yet how often it publishes",
        < 0.05 => "hardly anything comes",
        >= 10 and var rate => string.Create(CultureInfo.InvariantCulture, $"about {rate:0} entries come a day"),
        var rate => string.Create(CultureInfo.InvariantCulture, $"about {rate:0.#} entries come a day"),
    };

    private static string Words(TimeSpan span) => span switch
    {
        { TotalMinutes: < 120 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} minutes"),
        { TotalHours: < 48 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} hours"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0.#} days"),
    };

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
