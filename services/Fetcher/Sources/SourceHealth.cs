using System.Globalization;
using Dateline.Fetcher.Ledger;

namespace Dateline.Fetcher.Sources;

/// <summary>How a source does, measured by what it usually does.</summary>
public sealed record SourceHealth
{
    /// <summary>new, fine, late, failing, empty or paused.</summary>
    public required string State { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Summary { get; init; }

    /// <summary>See <see cref="SourceFailure"/>; publisher-silent when it is late; robots when its pages are closed to us; else null.</summary>
    public string? Cause { get; init; }

    /// <summary>Since when it fails or is late.</summary>
    public DateTimeOffset? Since { get; init; }

    public double? EntriesPerDay { get; init; }

    /// <summary>Share of entries in the last answers that were new; near 1 means that some were missed.</summary>
    public double? NewShare { get; init; }

    public DateTimeOffset? LastEntryAt { get; init; }

    /// <summary>How long an entry has been overdue.</summary>
    public TimeSpan? LateBy { get; init; }

    /// <summary>Entries to be expected in each hour of the week, from Sunday 0:00 UTC; empty when nothing is known.</summary>
    public IReadOnlyList<double> ExpectedByHour { get; init; } = [];

    /// <summary>Pages of it that robots.txt closes to us.</summary>
    public long ForbiddenPages { get; init; }

    public static SourceHealth Of(Source source, long forbidden, DateTimeOffset now)
    {
        var rhythm = source.RhythmJson is null ? new SourceRhythm() : LedgerJson.Read<SourceRhythm>(source.RhythmJson);
        var late = source.Paused || source.Failures > 0 ? null : rhythm.LateSince(now);
        var (state, cause, since, summary) = Judge(source, rhythm, late, forbidden, now);
        return new SourceHealth
        {
            State = state,
            Summary = summary,
            Cause = cause,
            Since = since,
            EntriesPerDay = source.EntriesPerDay,
            NewShare = source.NewShare,
            LastEntryAt = rhythm.LastEntryAt,
            LateBy = now - late,
            ExpectedByHour = rhythm.UsualPerDay > 0 ? [.. rhythm.Expected().Select(count => Math.Round(count, 3))] : [],
            ForbiddenPages = forbidden,
        };
    }

    private static (string State, string? Cause, DateTimeOffset? Since, string Summary) Judge(
        Source source, SourceRhythm rhythm, DateTimeOffset? late, long forbidden, DateTimeOffset now)
    {
        if (source.Paused)
            return ("paused", null, null, "It is paused and not asked.");
        if (source.Failures > 0)
            return ("failing", source.FailureKind, source.FailingSince, $"{Sentence(source)} It fails since {Day(source.FailingSince ?? now.UtcDateTime)}.{Searched(source)}");
        if (source.FailureKind == SourceFailure.Empty)
            return ("empty", SourceFailure.Empty, source.FailingSince, $"The feed answers, but has had no entries since {Day(source.FailingSince ?? now.UtcDateTime)}.");
        if (late is { } since)
            return ("late", "publisher-silent", since, string.Create(CultureInfo.InvariantCulture,
                $"It answers, but nothing new came since {Day(rhythm.LastEntryAt!.Value.UtcDateTime)}; at its usual {rhythm.UsualPerDay:0.#} entries a day something was due by {Day(since.UtcDateTime)}."));
        if (forbidden > 0)
            return ("fine", "robots", null, $"The feed is fine, but robots.txt closes {forbidden} of its pages to us.");
        return source.LastPolledAt is null ? ("new", null, null, "It has not been asked yet.") : ("fine", null, null, "It answers and publishes as usual.");
    }

    private static string Sentence(Source source) => source.FailureKind switch
    {
        SourceFailure.Blocked => $"The server refuses us. {source.LastError}",
        SourceFailure.Gone => "The server says that the feed is gone for good.",
        SourceFailure.Missing => "There is nothing at the address any more, if there ever was.",
        SourceFailure.Moved => $"The address leads elsewhere, and not to a feed. {source.LastError}",
        SourceFailure.FormatChanged => source.LastError ?? "What is at the address is no feed.",
        SourceFailure.Refused => $"It is against the fetcher's own rules. {source.LastError}",
        SourceFailure.Unreachable => $"The server cannot be reached. {source.LastError}",
        _ => $"The server is in trouble. {source.LastError}",
    };

    private static string Searched(Source source) => source switch
    {
        { Proposal: not null } or { SearchedAt: null } => "",
        { Search: not null } => " Its site is being searched for another feed.",
        _ => $" Its site was searched for another feed on {Day(source.SearchedAt.Value)}, and none was found.",
    };

    private static string Day(DateTime at) => at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
