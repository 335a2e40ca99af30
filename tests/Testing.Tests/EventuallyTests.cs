namespace Dateline.Testing.Tests;

public sealed class EventuallyTests
{
    [Fact]
    public async Task Asks_again_until_the_condition_holds()
    {
        var asked = 0;

        await Eventually.TrueAsync(() => ++asked == 3, TimeSpan.FromSeconds(30), () => $"asked {asked} times");

        asked.ShouldBe(3);
    }

    [Fact]
    public async Task Reports_what_was_seen_last_when_time_is_up()
    {
        var failure = await Should.ThrowAsync<TimeoutException>(() =>
            Eventually.TrueAsync(() => Task.FromException<bool>(new IOException("no disk")), TimeSpan.Zero, () => "2 of 3 stored"));

        failure.Message.ShouldEndWith("Last seen: 2 of 3 stored");
        failure.InnerException.ShouldBeOfType<IOException>();
    }
}
