using Dateline.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Messaging.Tests;

/// <summary>What becomes of an endpoint whose consumer is gone while the broker answers.</summary>
public sealed class LostConsumerTests(RabbitMqFixture rabbit)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly Guid Id = Guid.Parse("01890000-0000-7000-8000-000000000002");

    [Fact]
    public async Task An_endpoint_that_lost_its_queue_is_not_ready_until_it_may_have_it_again()
    {
        var login = await LoginAsync();
        await using var station = await Station.StartAsync(login.Address, AddParser);

        await rabbit.ControlAsync("clear_permissions", "-p", login.Host, login.User);
        await rabbit.ControlAsync("delete_queue", "-p", login.Host, "parse-document");
        await Eventually.TrueAsync(() => !station.Health.Ready, Patience, station.Health.Describe);
        await AllowAsync(login);
        await Eventually.TrueAsync(() => station.Health.Ready, Patience, station.Health.Describe);

        await station.Bus.PublishWithDeadlineAsync(Station.Document(Id), TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => station.Work.Parsed.Contains(Id), Patience, () => "it consumes nothing");
    }

    [Fact]
    public async Task After_rotated_credentials_the_process_leaves_and_a_fresh_one_consumes()
    {
        var login = await LoginAsync();
        var clock = new FakeTimeProvider();
        var exitCode = Environment.ExitCode;
        try
        {
            await using (var station = await Station.StartAsync(login.Address, AddParser, time: clock))
            {
                await rabbit.ControlAsync("change_password", login.User, "rotated");
                await rabbit.ControlAsync("close_all_user_connections", login.User, "credentials were rotated");
                await Eventually.TrueAsync(() => !station.Health.Ready, Patience, station.Health.Describe);

                await Eventually.TrueAsync(() =>
                {
                    clock.Advance(TimeSpan.FromSeconds(15));
                    return station.Stopping.IsCancellationRequested;
                }, Patience, station.Health.Describe);
                Environment.ExitCode.ShouldBe(1, "whoever watches the process must see that it did not end by itself");
            }
        }
        finally
        {
            Environment.ExitCode = exitCode;
        }

        await using var fresh = await Station.StartAsync(login.Address.Replace("first@", "rotated@", StringComparison.Ordinal), AddParser);
        await fresh.Bus.PublishWithDeadlineAsync(Station.Document(Id), TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => fresh.Work.Parsed.Contains(Id), Patience, () => "it consumes nothing");
    }

    [Fact]
    public async Task A_broker_that_is_away_is_waited_for_and_no_reason_to_leave()
    {
        var broker = new RabbitMqFixture();
        await using var _ = broker;
        await broker.InitializeAsync();
        var clock = new FakeTimeProvider();
        await using var station = await Station.StartAsync(await broker.CreateVirtualHostAsync(), AddParser, time: clock);

        await broker.StopAsync();
        await Eventually.TrueAsync(() => !station.Health.Ready, Patience, station.Health.Describe);
        var looks = 0;
        await Eventually.TrueAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(15));
            return ++looks == 60;
        }, Patience, () => "the clock stands");

        station.Stopping.IsCancellationRequested.ShouldBeFalse();
    }

    private static void AddParser(LineBuilder line) => line.Consume<ParseDocumentConsumer>(concurrency: 2);

    /// <summary>A login of the test's own, which it may take away again.</summary>
    private async Task<Login> LoginAsync()
    {
        var address = new Uri(await rabbit.CreateVirtualHostAsync());
        var login = new Login($"u{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):n}", address.AbsolutePath.TrimStart('/'), address.Authority);
        await rabbit.ControlAsync("add_user", login.User, "first");
        await AllowAsync(login);
        return login;
    }

    private Task AllowAsync(Login login) => rabbit.ControlAsync("set_permissions", "-p", login.Host, login.User, ".*", ".*", ".*");

    private sealed record Login(string User, string Host, string Authority)
    {
        public string Address => $"amqp://{User}:first@{Authority}/{Host}";
    }
}
