using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dateline.Persistence;
using Dateline.Storage.Data;
using Dateline.Storage.Delivery;
using Dateline.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Storage.Tests.Delivery;

public abstract class WebhookTests(DatabaseKind kind, PostgresFixture postgres) : ArchiveSuite(kind, postgres)
{
    private readonly FakeTimeProvider time = new(News.Morning);

    private Database<ArchiveDb> Database => Archive.Get<Database<ArchiveDb>>();

    [Fact]
    public async Task Tells_of_matches_with_a_signature_that_verifies()
    {
        await using var receiver = await Receiver.StartAsync();
        var webhook = await HookAsync(receiver.Address, "harbour");
        await Archive.StoreAsync(News.Article(), News.Article(url: "https://herald.example/weather", title: "Rain", text: "It rains."));
        await RunAsync();

        var (headers, body) = receiver.Taken.ShouldHaveSingleItem();
        var signed = $"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}";
        var key = Convert.FromBase64String(webhook.Secret!["whsec_".Length..]);
        headers["webhook-signature"].ToString().ShouldBe("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed))));
        headers["webhook-timestamp"].ToString().ShouldBe(News.Morning.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        var message = JsonDocument.Parse(body).RootElement;
        message.GetProperty("type").GetString().ShouldBe("article.matched");
        message.GetProperty("data").GetProperty("article").GetProperty("title").GetString().ShouldBe("Harbour closes for repairs");
        (await LogAsync(webhook)).Select(delivery => delivery.State).ShouldBe(["delivered"]);

        await RunAsync();
        receiver.Taken.Count.ShouldBe(1);
        await Archive.StoreOneAsync(News.Article(title: "Harbour stays open", fetchedMinute: 1));
        await RunAsync();
        JsonDocument.Parse(receiver.Taken.Last().Body).RootElement.GetProperty("type").GetString().ShouldBe("article.updated");
    }

    [Fact]
    public async Task Tries_over_a_day_and_gives_up_with_the_reason()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Status = 503;
        var webhook = await HookAsync(receiver.Address, "harbour");
        await Archive.StoreOneAsync(News.Article());
        await RunAsync();
        var began = time.GetUtcNow();
        while ((await LogAsync(webhook)).Single().NextAttemptAt is { } next)
        {
            time.SetUtcNow(new DateTimeOffset(next, TimeSpan.Zero).AddSeconds(1));
            await RunAsync();
        }

        var delivery = (await LogAsync(webhook)).Single();
        (delivery.State, delivery.Attempts, delivery.LastStatus).ShouldBe(("given-up", 9, 503));
        delivery.LastError!.ShouldContain("503");
        (time.GetUtcNow() - began).ShouldBeGreaterThan(TimeSpan.FromHours(24));
        receiver.Taken.Select(attempt => attempt.Headers["webhook-id"].ToString()).Distinct().ShouldHaveSingleItem();

        receiver.Status = 204;
        (await Store().ReplayAsync(webhook.Id, null, CancellationToken.None)).ShouldBe(1);
        await RunAsync();
        (await LogAsync(webhook)).Single().State.ShouldBe("delivered");
    }

    [Fact]
    public async Task Stops_when_the_receiver_wants_no_more()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Status = 410;
        var webhook = await HookAsync(receiver.Address, "harbour");
        await Archive.StoreOneAsync(News.Article());
        await RunAsync();
        var listed = (await Store().ListAsync(webhook.SearchId, CancellationToken.None)).Items.Single();
        (listed.Enabled, listed.Secret).ShouldBe((false, null));
        listed.DisabledReason!.ShouldContain("410");
    }

    [Fact]
    public async Task Several_replicas_send_each_delivery_once()
    {
        await using var receiver = await Receiver.StartAsync();
        await HookAsync(receiver.Address, "number");
        await Archive.StoreAsync(Enumerable.Range(0, 20).Select(n => News.Article(url: $"https://herald.example/{n}", title: $"Number {n}", text: $"Text {n}.")));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync()));
        await RunAsync();
        receiver.Taken.Select(attempt => attempt.Headers["webhook-id"].ToString()).ShouldBeUnique();
        receiver.Taken.Count.ShouldBe(20);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/hook")]
    [InlineData("http://[::ffff:10.0.0.1]/hook")]
    [InlineData("http://localhost:9/hook")]
    public async Task Speaks_to_no_address_inside(string address)
    {
        var webhook = await HookAsync(address, "harbour");
        await Archive.StoreOneAsync(News.Article());
        await RunAsync([]);
        (await LogAsync(webhook)).Single().LastError!.ShouldContain("not on the public internet");
    }

    private WebhookStore Store() => new(Database, time);

    private async Task<Webhook> HookAsync(string address, string query)
    {
        var search = await new SavedSearchStore(Database, time).AddAsync(new SearchDraft("Search", query), CancellationToken.None);
        return (await Store().AddAsync(search!.Id, address, CancellationToken.None))!;
    }

    private Task RunAsync() => RunAsync(["127.0.0.0/8"]);

    private async Task RunAsync(string[] allowed)
    {
        using var client = new WebhookClient(Options.Create(new WebhookOptions { AllowedNetworks = allowed }), time);
        while (await new WebhookOutbox(Database, Archive.Get<ChangeReader>(), time).FillAsync(CancellationToken.None))
        {
        }

        while (await new WebhookSender(Database, client, time).SendAsync(CancellationToken.None))
        {
        }
    }

    private async Task<IReadOnlyList<WebhookDelivery>> LogAsync(Webhook webhook) => (await Store().LogAsync(webhook.Id, CancellationToken.None)).Items;
}

public sealed class WebhooksOnSqlite(PostgresFixture postgres) : WebhookTests(DatabaseKind.Sqlite, postgres);

public sealed class WebhooksOnPostgres(PostgresFixture postgres) : WebhookTests(DatabaseKind.Postgres, postgres);
