using Dateline.Fetcher.Data;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Http;
using Dateline.Fetcher.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Sources;

/// <summary>
/// Writes down what a poll came to, in the transaction that keeps what it brought: the source's health and pace, when it is asked
/// next, and the end of its host's turn.
/// </summary>
public sealed class PollRecord(IOptions<SourceOptions> options, IOptions<PolitenessOptions> politeness, TimeProvider time)
{
    /// <summary>Days over which the rate of publication is remembered.</summary>
    private const double RateMemoryDays = 7;

    /// <summary>What learning starts from when the first answer had no dates: it fits the hourly polls until then.</summary>
    private const double UnknownRate = 12;

    /// <summary>Weight of one poll in the share of new entries.</summary>
    private const double ShareWeight = 0.3;

    public async Task WriteAsync(IntakeDb db, Target target, Source known, PollOutcome outcome, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var result = outcome.Result;
        if (await db.Sources.AsTracking().SingleOrDefaultAsync(row => row.Id == known.Id, cancellationToken) is { } source)
        {
            var sinceLast = SinceLastRead(source, now.UtcDateTime);
            var rhythm = Learn(source, outcome, sinceLast, now);
            Note(source, known, outcome, now.UtcDateTime);
            var moved = await FollowMoveAsync(db, target, source, outcome, cancellationToken);
            if (FeedSearch.IsDue(source, result, options.Value, now.UtcDateTime))
                await FeedSearchTurn.BeginAsync(db, source, now.UtcDateTime, cancellationToken);
            var plan = PollPlan.Next(Facts(source, rhythm, outcome, sinceLast, now), options.Value);
            source.NextPollReason = plan.Reason;
            source.RhythmJson = LedgerJson.Write(rhythm);
            await db.SaveChangesAsync(cancellationToken);
            await ScheduleAsync(db, target, source, moved ?? plan.At.UtcDateTime, result, now.UtcDateTime, cancellationToken);
        }

        if (!outcome.HoldsTurn)
            return;
        var hostAt = now.UtcDateTime + politeness.Value.PauseAfter(target.Host, result);
        await FrontierQueue.ReleaseHostAsync(db, target.Host, hostAt, result.Status, result.Status is 429 or 503, now.UtcDateTime, cancellationToken);
    }

    private PollFacts Facts(Source source, SourceRhythm rhythm, PollOutcome outcome, TimeSpan? sinceLast, DateTimeOffset now) => new()
    {
        Now = now,
        EntriesPerDay = source.EntriesPerDay,
        SinceLast = sinceLast,
        New = sinceLast is null ? 0 : outcome.Kept.New,
        Window = rhythm.Window,
        Wish = rhythm.Wish,
        FreshFor = (outcome.Result as FetchResult.Fetched)?.FreshFor,
        RetryAfter = outcome.Result.RetryAfter,
        MinInterval = source.MinInterval,
        MaxInterval = source.MaxInterval,
        IsPushed = source.LeaseUntil > now.UtcDateTime,
        Failures = source.Failures,
        FailureKind = source.FailureKind,
        Jitter = JitterOf(source.Id, now),
    };

    /// <summary>Null: it was never read, and everything in it is new without meaning anything.</summary>
    private static TimeSpan? SinceLastRead(Source source, DateTime now) =>
        source.LastFullGetAt is null ? null : now - (source.Failures > 0 ? source.FailingSince : source.LastPolledAt);

    /// <summary>Differs between sources and between polls of one, and is the same when the transaction has to run again.</summary>
    private static double JitterOf(Guid id, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[24];
        id.TryWriteBytes(bytes);
        BitConverter.TryWriteBytes(bytes[16..], now.UtcTicks);
        var hash = System.Security.Cryptography.SHA256.HashData(bytes);
        return BitConverter.ToUInt32(hash) / (double)uint.MaxValue;
    }

    /// <summary>The rate, an average that forgets, and the hours at which entries come.</summary>
    private static SourceRhythm Learn(Source source, PollOutcome outcome, TimeSpan? sinceLast, DateTimeOffset now)
    {
        var rhythm = source.RhythmJson is null ? new SourceRhythm() : LedgerJson.Read<SourceRhythm>(source.RhythmJson);
        if (outcome.IsFailure)
            return rhythm;

        if (outcome.Feed is { } feed)
            rhythm = rhythm with { Window = outcome.Kept.Total > 0 ? outcome.Kept.Total : rhythm.Window, Wish = feed.Rhythm };
        var dates = outcome.Feed is null ? [] : Dates(outcome.Feed, rhythm.LastEntryAt, now);

        var rate = source.EntriesPerDay ?? UnknownRate;
        if (sinceLast is not { } since)
            source.EntriesPerDay = outcome.Feed is null ? source.EntriesPerDay : FirstRate(Dates(outcome.Feed, null, now), now);
        else if (since > TimeSpan.Zero && !(source.LeaseUntil > now.UtcDateTime)) // what a hub brings, polls do not see
        {
            var seen = outcome.Kept.New / since.TotalDays;
            source.EntriesPerDay = rate + ((seen - rate) * (1 - Math.Exp(-since.TotalDays / RateMemoryDays)));
        }

        if (sinceLast is not null && outcome.Feed is not null && outcome.Kept.Total > 0)
        {
            var share = (double)outcome.Kept.New / outcome.Kept.Total;
            source.NewShare = source.NewShare is { } before ? before + ((share - before) * ShareWeight) : share;
        }

        if (dates.Count == 0 && outcome.Kept.New > 0)
            dates = [now]; // without dates: they came by now
        return dates.Count > 0 ? rhythm.With(dates, source.EntriesPerDay ?? rhythm.UsualPerDay) : rhythm;
    }

    private static List<DateTimeOffset> Dates(Feed feed, DateTimeOffset? after, DateTimeOffset now) =>
        [.. feed.Entries.Select(entry => entry.PublishedAt ?? entry.UpdatedAt).OfType<DateTimeOffset>().Where(at => at <= now && (after is null || at > after))];

    /// <summary>From what the feed holds at first sight. Null: fewer than three dated entries say nothing.</summary>
    private static double? FirstRate(List<DateTimeOffset> dates, DateTimeOffset now)
    {
        if (dates.Count < 3)
            return null;
        var days = Math.Max((now - dates.Min()).TotalDays, 1.0 / 24);
        return dates.Count / days;
    }

    private static void Note(Source source, Source known, PollOutcome outcome, DateTime now)
    {
        source.Title = source.TitleGiven ? source.Title : known.Title;
        source.Format = known.Format;
        source.LastPolledAt = now;
        source.LastNewAt = outcome.Kept.New > 0 ? now : source.LastNewAt;
        source.LastStatus = outcome.IsFailure ? "failing" : outcome.Result.Status == 304 ? "not-modified" : "ok";
        source.LastError = outcome.Problem;
        source.Failures = outcome.IsFailure ? source.Failures + 1 : 0;
        source.FailingSince = outcome.FailureKind is null ? null : source.FailureKind is null ? now : source.FailingSince ?? now;
        source.FailureKind = outcome.FailureKind;
        source.Entries += outcome.Kept.New;
        if (outcome.BodyHash is null || outcome.Result is not FetchResult.Fetched fetched)
            return;

        source.LastFullGetAt = now;
        source.BodyHash = outcome.BodyHash;
        source.ETag = fetched.ETag;
        source.LastModified = fetched.LastModified;
        source.ValidatorsUrl = fetched.FinalUrl == new Uri(source.Url).AbsoluteUri ? null : fetched.FinalUrl;
    }

    /// <summary>
    /// A permanent redirect is believed after several polls in a row; a page that announces the feed at once, as long as the source
    /// never was a feed. Until then they are proposals.
    /// </summary>
    /// <returns>When to ask the new address; null: the address stays.</returns>
    private async Task<DateTime?> FollowMoveAsync(IntakeDb db, Target target, Source source, PollOutcome outcome, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (outcome.Links.Count > 0)
        {
            source.Proposal = LedgerJson.Write(new SourceProposal(
                SourceProposal.FeedFound, outcome.Links[0].Url, "The page at the source's address links to this feed.", [.. outcome.Links.Skip(1).Select(link => link.Url)]));
            if (source.Format is not null || !await SourceMove.TryAsync(db, source, outcome.Links[0].Url, now, cancellationToken))
                return null;
            source.FailureKind = source.LastError = null;
            source.FailingSince = null;
            source.Failures = 0;
            source.LastStatus = "new";
            return now;
        }

        if (outcome.IsFailure)
            return null;

        var led = SourceDetour.PermanentTarget(source, target, outcome.Result);
        var to = led == new Uri(source.Url).AbsoluteUri ? null : led;
        source.MovedSeen = to is null ? 0 : to == source.MovedTo ? source.MovedSeen + 1 : 1;
        source.MovedTo = to;
        source.Proposal = to is null ? null : LedgerJson.Write(new SourceProposal(SourceProposal.Moved, to, "The server redirects there for good.", []));
        if (to is null || source.MovedSeen < options.Value.MovesBelieved)
            return null;

        await SourceMove.TryAsync(db, source, to, now, cancellationToken);
        return null;
    }

    private static Task ScheduleAsync(IntakeDb db, Target target, Source source, DateTime nextAt, FetchResult result, DateTime now, CancellationToken cancellationToken)
    {
        var failures = source.Failures;
        var home = TargetKey.Parse(source.Url) is { } url ? TargetKey.HostOf(url) : target.Host;
        return db.Targets.Where(row => row.Id == target.Id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.NextAt, nextAt)
            .SetProperty(row => row.Host, home)
            .SetProperty(row => row.MovedTo, (string?)null)
            .SetProperty(row => row.Moves, 0)
            .SetProperty(row => row.Reason, row => row.Status == TargetStatus.Waiting ? null : row.Reason)
            .SetProperty(row => row.Detail, (string?)null)
            .SetProperty(row => row.Attempts, failures)
            .SetProperty(row => row.HttpStatus, result.Status)
            .SetProperty(row => row.FetchedAt, now), cancellationToken);
    }
}
