using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Sources;

namespace Dateline.Fetcher.Tests.Sources;

public sealed class PollPlanTests
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private static readonly PollFacts Facts = new() { Now = Noon, EntriesPerDay = 12, Window = 20, SinceLast = TimeSpan.FromHours(1) };

    [Fact]
    public void Asks_twice_for_each_entry_to_be_expected() =>
        Next(Facts).ShouldBe(new PollPlan(Noon.AddHours(1), "about 12 entries come a day, and it is asked twice for each"));

    [Fact]
    public void Asks_hourly_while_the_rate_is_not_known() =>
        Next(Facts with { EntriesPerDay = null }).At.ShouldBe(Noon.AddHours(1));

    [Fact]
    public void Asks_the_busiest_no_more_often_than_the_shortest_interval() =>
        Next(Facts with { EntriesPerDay = 5_000, Window = 1_000 }).At.ShouldBe(Noon.AddMinutes(10));

    [Fact]
    public void Asks_the_quietest_once_a_day() =>
        Next(Facts with { EntriesPerDay = 0.01 }).At.ShouldBe(Noon.AddDays(1));

    [Fact]
    public void Asks_sooner_when_most_entries_of_the_answer_were_new()
    {
        var plan = Next(Facts with { New = 20 });

        plan.At.ShouldBe(Noon.AddMinutes(15));
        plan.Reason.ShouldContain("20 of 20 entries were new");
    }

    [Theory]
    [InlineData(120, 120)]
    [InlineData(5, 60)]
    public void Keeps_the_longer_of_the_feeds_ttl_and_its_own_pace(int ttl, int minutes) =>
        Next(Facts with { Wish = Wish(ttl: ttl) }).At.ShouldBe(Noon.AddMinutes(minutes));

    [Fact]
    public void A_ttl_that_would_lose_entries_is_kept_only_as_far_as_none_is_lost() =>
        Next(Facts with { Wish = Wish(ttl: 3 * 24 * 60) }).At.ShouldBe(Noon.AddHours(20)); // 20 entries at 12 a day are replaced in 40 hours

    [Fact]
    public void Keeps_the_syndication_modules_period() =>
        Next(Facts with { Wish = FeedRhythm.Unknown with { UpdatePeriod = TimeSpan.FromHours(4) } }).Reason.ShouldBe("the feed asks for 4 hours between two polls (sy:updatePeriod)");

    [Fact]
    public void Waits_for_the_hours_that_the_feed_does_not_skip() =>
        Next(Facts with { Wish = FeedRhythm.Unknown with { SkipHours = [13, 14, 15] } }).At.ShouldBe(Noon.AddHours(4));

    [Fact]
    public void Waits_for_the_days_that_the_feed_does_not_skip() =>
        Next(Facts with { Wish = FeedRhythm.Unknown with { SkipDays = [DayOfWeek.Saturday] } }).At.ShouldBe(new DateTimeOffset(2024, 5, 5, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_feed_that_skips_every_hour_means_none() =>
        Next(Facts with { Wish = FeedRhythm.Unknown with { SkipHours = [.. Enumerable.Range(0, 24)] } }).At.ShouldBe(Noon.AddHours(1));

    [Fact]
    public void Never_asks_while_the_answer_is_fresh_whatever_the_user_wants() =>
        Next(Facts with { FreshFor = TimeSpan.FromHours(3), MaxInterval = TimeSpan.FromMinutes(30) }).At.ShouldBe(Noon.AddHours(3));

    [Fact]
    public void Does_not_believe_that_an_answer_is_fresh_for_a_year() =>
        Next(Facts with { FreshFor = TimeSpan.FromDays(365) }).At.ShouldBe(Noon.AddDays(1));

    [Theory]
    [InlineData(90, null, 90)]
    [InlineData(null, 20, 20)]
    public void Keeps_the_users_bounds(int? min, int? max, int minutes) => Next(Facts with
    {
        MinInterval = min is null ? null : TimeSpan.FromMinutes(min.Value),
        MaxInterval = max is null ? null : TimeSpan.FromMinutes(max.Value),
    }).At.ShouldBe(Noon.AddMinutes(minutes));

    [Fact]
    public void Asks_rarely_while_a_hub_pushes() => Next(Facts with { IsPushed = true }).At.ShouldBe(Noon.AddHours(6));

    [Fact]
    public void Jitter_only_makes_it_later() => Next(Facts with { Jitter = 1 }).At.ShouldBe(Noon.AddMinutes(66));

    [Theory]
    [InlineData(1, SourceFailure.ServerError, 15)]
    [InlineData(3, SourceFailure.ServerError, 60)]
    [InlineData(1, SourceFailure.Missing, 240)]
    [InlineData(40, SourceFailure.Unreachable, 30 * 24 * 60)]
    [InlineData(1, SourceFailure.Gone, 30 * 24 * 60)]
    public void A_failing_source_is_asked_ever_more_rarely_and_never_dropped(int failures, string kind, int minutes) =>
        Next(Facts with { Failures = failures, FailureKind = kind }).At.ShouldBe(Noon.AddMinutes(minutes));

    [Fact]
    public void Jitter_does_not_go_beyond_the_thirty_days() =>
        Next(Facts with { Failures = 1, FailureKind = SourceFailure.Gone, Jitter = 1 }).At.ShouldBe(Noon.AddDays(30));

    [Fact]
    public void Leaves_a_server_alone_for_as_long_as_it_asks() =>
        Next(Facts with { Failures = 1, FailureKind = SourceFailure.Blocked, RetryAfter = TimeSpan.FromHours(7) })
            .ShouldBe(new PollPlan(Noon.AddHours(7), "the server asks to be left alone until then"));

    [Theory]
    [InlineData(3 * 60, 3 * 60)]
    [InlineData(0, 60)]
    [InlineData(60 * 24 * 3600, 30 * 24 * 3600)]
    public void A_busy_server_is_taken_at_its_word_from_a_minute_to_thirty_days(int asked, int seconds) =>
        Next(Facts with { Failures = 1, FailureKind = SourceFailure.Blocked, RetryAfter = TimeSpan.FromSeconds(asked), Jitter = 1 }).At.ShouldBe(Noon.AddSeconds(seconds));

    [Fact]
    public void The_users_shortest_interval_holds_for_busy_servers_too() =>
        Next(Facts with { Failures = 1, FailureKind = SourceFailure.Blocked, RetryAfter = TimeSpan.FromMinutes(3), MinInterval = TimeSpan.FromHours(1) }).At.ShouldBe(Noon.AddHours(1));

    [Fact]
    public void A_feed_that_is_not_there_is_not_asked_sooner_because_its_server_names_a_time() =>
        Next(Facts with { Failures = 1, FailureKind = SourceFailure.Missing, RetryAfter = TimeSpan.FromMinutes(3) }).At.ShouldBe(Noon.AddHours(4));

    private static PollPlan Next(PollFacts facts) => PollPlan.Next(facts, new SourceOptions());

    private static FeedRhythm Wish(int ttl) => FeedRhythm.Unknown with { Ttl = TimeSpan.FromMinutes(ttl) };
}
