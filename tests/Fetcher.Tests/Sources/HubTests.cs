using System.Security.Cryptography;
using System.Text;
using Dateline.Fetcher.Sources;
using Dateline.Testing;

namespace Dateline.Fetcher.Tests.Sources;

public sealed class HubTests : IAsyncLifetime, IDisposable
{
    private const string Host = "pushed.test", Hub = "hub.test", Topic = "http://pushed.test/feed";

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Start = new(2024, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly ScratchFolder _folder = new("hubs");
    private readonly SimulatedWeb _web = new();
    private SourceDesk _desk = null!;
    private Guid _id;

    public async ValueTask InitializeAsync()
    {
        _desk = await SourceDesk.OpenAsync(
            new Dictionary<string, string?> { ["DataFolder"] = _folder.Path }, _web, [Host, Hub], new SourceOptions { PublicUrl = "https://dateline.example/" });
        _web.Site(Host).Reply("/feed", new SimulatedReply
        {
            ContentType = "application/rss+xml",
            Body = Encoding.UTF8.GetBytes(Rss.Feed(Host, ["a"], Start)),
            Headers = new Dictionary<string, string> { ["Link"] = $"<http://{Hub}/>; rel=\"hub\", <{Topic}>; rel=\"self\"" },
        });
        _web.Site(Hub).Status("/", 202);
        _id = await _desk.AddAsync(Topic);
        await _desk.PollDueAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _web.DisposeAsync();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_hub_of_a_feed_is_asked_to_push()
    {
        _web.RequestsTo(Hub).ShouldHaveSingleItem().Method.ShouldBe("POST");
        (await _desk.RowAsync(_id)).HubTopic.ShouldBe(Topic);
    }

    [Fact]
    public async Task What_we_did_not_ask_for_is_not_confirmed()
    {
        (await _desk.Delivery.VerifyAsync(_id, "subscribe", "http://pushed.test/other", 600, None)).ShouldBeFalse();
        (await _desk.Delivery.VerifyAsync(_id, "unsubscribe", Topic, null, None)).ShouldBeFalse();
        (await _desk.Delivery.VerifyAsync(Guid.Empty, "subscribe", Topic, 600, None)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_confirmed_hub_slows_polling_down_and_news_come_by_push()
    {
        (await _desk.Delivery.VerifyAsync(_id, "subscribe", Topic, (long)TimeSpan.FromDays(10).TotalSeconds, None)).ShouldBeTrue();
        await _desk.PollNextAsync(_id);

        (await PushAsync("sha256")).ShouldBeTrue();

        var view = await _desk.FindAsync(_id);
        (view.Entries, view.PushedUntil).ShouldBe((2, Start.AddDays(10)));
        (view.NextPollAt >= _desk.Time.GetUtcNow().AddHours(6)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha512")]
    public async Task Signatures_of_every_kind_are_checked(string method)
    {
        await PushAsync(method);

        (await _desk.FindAsync(_id)).Entries.ShouldBe(2);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sha256=00")]
    [InlineData("md5=00")]
    public async Task News_without_the_right_signature_are_passed_over(string? signature)
    {
        var body = Encoding.UTF8.GetBytes(Rss.Feed(Host, ["forged"], Start));

        (await _desk.Delivery.TakeAsync(_id, body, "application/rss+xml", signature, None)).ShouldBeTrue();

        (await _desk.FindAsync(_id)).Entries.ShouldBe(1);
    }

    [Fact]
    public async Task A_lease_is_renewed_before_it_ends()
    {
        await _desk.Delivery.VerifyAsync(_id, "subscribe", Topic, (long)TimeSpan.FromDays(3).TotalSeconds, None);

        while (_desk.Time.GetUtcNow() < Start.AddDays(3))
            await _desk.PollNextAsync(_id);

        _web.RequestsTo(Hub).Count.ShouldBeGreaterThan(1);
    }

    private async Task<bool> PushAsync(string method)
    {
        var body = Encoding.UTF8.GetBytes(Rss.Feed(Host, ["b", "a"], Start.AddHours(1)));
        var key = Encoding.ASCII.GetBytes((await _desk.RowAsync(_id)).HubSecret!);
        var hash = method switch { "sha1" => HMACSHA1.HashData(key, body), "sha512" => HMACSHA512.HashData(key, body), _ => HMACSHA256.HashData(key, body) };
        return await _desk.Delivery.TakeAsync(_id, body, "application/rss+xml", $"{method}={Convert.ToHexStringLower(hash)}", None);
    }
}
