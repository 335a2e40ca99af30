using System.Net;

namespace Dateline.Testing.Tests;

public sealed class SimulatedWebTests(SimulatedWeb web) : IClassFixture<SimulatedWeb>
{
    [Fact]
    public async Task Serves_many_hosts_behind_one_port()
    {
        web.Site("one.example").Page("/a?x=1", "<p>one</p>");
        web.Site("two.example").Page("/a?x=1", "<p>two</p>");

        (await TextAsync("http://one.example/a?x=1")).ShouldBe("<p>one</p>");
        (await TextAsync("http://two.example/a?x=1")).ShouldBe("<p>two</p>");
        web.Pins["Fetcher:Http:Pins:one.example"].ShouldBe($"127.0.0.1:{web.Port}");
    }

    [Fact]
    public async Task Answers_not_modified_to_whoever_has_the_page_already()
    {
        web.Site("validated.example").Validated("/", "news", "text/plain", "Thu, 30 Mar 2023 10:00:00 GMT");
        using var client = Client();
        using var first = await client.GetAsync("http://validated.example/");

        using var again = new HttpRequestMessage(HttpMethod.Get, "http://validated.example/");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(again);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        web.RequestsTo("validated.example").Select(request => request.Header("If-None-Match"))
            .ShouldBe([null, first.Headers.ETag!.Tag]);
    }

    [Fact]
    public async Task Redirects_and_fails_as_it_was_told()
    {
        web.Site("moved.example").Redirect("/old", "/new", 308).Status("/busy", 503, ("Retry-After", "120"));
        using var client = Client();

        using var moved = await client.GetAsync("http://moved.example/old");
        using var busy = await client.GetAsync("http://moved.example/busy");

        ((int)moved.StatusCode, moved.Headers.Location?.OriginalString).ShouldBe((308, "/new"));
        busy.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(2));
        (await client.GetAsync("http://unknown.example/")).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }

    [Fact]
    public async Task Breaks_off_in_the_middle_of_a_body()
    {
        web.Site("broken.example").Reply("/", new SimulatedReply { Body = new byte[1000], Abort = true });

        await Should.ThrowAsync<HttpRequestException>(() => TextAsync("http://broken.example/"));
    }

    private async Task<string> TextAsync(string url)
    {
        using var client = Client();
        return await client.GetStringAsync(url);
    }

    private HttpClient Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, web.Port, cancellation);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        },
    });
}
