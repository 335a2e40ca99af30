namespace Dateline.Testing.Tests;

public sealed class ConductTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    [Fact]
    public void A_fetcher_that_waits_its_turn_and_gives_validators_back_is_perfect() =>
        Judge(Seen(0, 1, etag: "\"a\""), Seen(6, 7, etag: "\"a\"", sends: "\"a\"")).Perfect.ShouldBeTrue();

    [Fact]
    public void Two_requests_at_once_are_noticed() => Judge(Seen(0, 8), Seen(7, 9)).Overlapping.ShouldBe(1);

    [Fact]
    public void A_pause_cut_short_is_noticed() => Judge(Seen(0, 1), Seen(5, 6)).SoonerThanAllowed.ShouldBe(1);

    [Fact]
    public void A_server_that_asked_for_time_and_did_not_get_it_is_noticed() => Judge(Seen(0, 1, retryAfter: "60"), Seen(31, 32)).SoonerThanAllowed.ShouldBe(1);

    [Fact]
    public void A_repeated_request_without_its_validator_is_noticed() => Judge(Seen(0, 1, etag: "\"a\""), Seen(6, 7)).UnconditionalRepeats.ShouldBe(1);

    [Fact]
    public void A_validator_that_comes_back_changed_is_noticed() => Judge(Seen(0, 1, etag: "W/\"a\""), Seen(6, 7, sends: "\"a\"")).AlteredValidators.ShouldBe(1);

    private static Conduct Judge(params ObservedRequest[] requests) => Conduct.Of(requests, Pause);

    private static ObservedRequest Seen(int from, int until, string? etag = null, string? sends = null, string? retryAfter = null)
    {
        var answered = new Dictionary<string, string>();
        if (etag is not null)
            answered["ETag"] = etag;
        if (retryAfter is not null)
            answered["Retry-After"] = retryAfter;
        return new ObservedRequest(TimeSpan.FromSeconds(from), "GET", "a.example", "/feed", sends is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["If-None-Match"] = sends }, null)
        {
            Reply = new SimulatedReply { Status = retryAfter is null ? 200 : 429, Headers = answered },
            EndedAt = TimeSpan.FromSeconds(until),
        };
    }
}
