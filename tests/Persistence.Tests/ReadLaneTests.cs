using Microsoft.Extensions.Configuration;

namespace Dateline.Persistence.Tests;

public sealed class ReadLaneTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lets_in_as_many_as_there_are_places_and_the_next_when_one_leaves()
    {
        using var lane = new ReadLane(2);
        var first = await lane.EnterAsync(Token);
        var second = await lane.EnterAsync(Token);
        var third = lane.EnterAsync(Token).AsTask();
        third.IsCompleted.ShouldBeFalse();

        first.Dispose();

        using (await third)
            second.Dispose();
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_takes_no_place()
    {
        using var lane = new ReadLane(1);
        using var givesUp = new CancellationTokenSource();
        var first = await lane.EnterAsync(Token);
        var second = lane.EnterAsync(givesUp.Token).AsTask();

        await givesUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(second);
        first.Dispose();

        using var third = await lane.EnterAsync(Token);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("1", 1)]
    public void The_number_of_readers_is_a_setting(string value, int readers) => Options(value).Readers.ShouldBe(readers);

    [Fact]
    public void There_are_four_readers_at_least_unless_fewer_are_set() => Options(null).Readers.ShouldBeGreaterThanOrEqualTo(4);

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("many")]
    public void A_number_that_is_none_is_refused(string value) =>
        Should.Throw<InvalidOperationException>(() => Options(value)).Message.ShouldContain("Give a number from 1 on");

    private static DatabaseOptions Options(string? readers) =>
        DatabaseOptions.From(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Readers"] = readers }).Build());
}
