using Dateline.Fetcher.Http;
using Microsoft.AspNetCore.Http;

namespace Dateline.Fetcher.Tests.Http;

public sealed class RedirectTests
{
    [Fact]
    public async Task Follows_redirects_and_tells_every_hop()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Request.Path.Value switch
        {
            "/old" => Redirect(context, 301, "new?a=1"),
            "/new" => Redirect(context, 302, "http://NEWS.test:80/end#part"),
            _ => context.Response.WriteAsync("here"),
        });

        var fetched = (await FetchAsync(site, "http://news.test/old")).ShouldBeOfType<FetchResult.Fetched>();

        fetched.FinalUrl.ShouldBe("http://news.test/end#part");
        fetched.Hops.Select(hop => (hop.Url.AbsoluteUri, hop.Status, hop.IsPermanentRedirect)).ShouldBe(
        [
            ("http://news.test/old", 301, true),
            ("http://news.test/new?a=1", 302, false),
            ("http://news.test/end#part", 200, false),
        ]);
    }

    [Fact]
    public async Task Stops_where_redirects_go_in_a_circle()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
            Redirect(context, 302, context.Request.Path == "/a" ? "/b" : "/a"));

        (await FetchAsync(site, "http://news.test/a")).ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(FetchFailureKind.RedirectLoop);
        site.Requests.ShouldBe(["news.test/a", "news.test/b"]);
    }

    [Fact]
    public async Task Stops_after_the_most_redirects_allowed()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
            Redirect(context, 302, $"{context.Request.Path}x"));

        (await FetchAsync(site, "http://news.test/a")).ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(FetchFailureKind.RedirectLoop);
        site.Requests.Count.ShouldBe(9);
    }

    [Theory]
    [InlineData("file:///etc/passwd", FetchFailureKind.BadRedirect)]
    [InlineData("javascript:alert(1)", FetchFailureKind.BadRedirect)]
    [InlineData("http://user:secret@other.test/", FetchFailureKind.BadRedirect)]
    [InlineData("", FetchFailureKind.BadRedirect)]
    public async Task Refuses_a_redirect_that_leads_to_nothing_fetchable(string location, FetchFailureKind kind)
    {
        await using var site = await LoopbackSite.StartAsync(context => Redirect(context, 302, location));

        (await FetchAsync(site, "http://news.test/")).ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("http://other.test/c")]
    [InlineData("http://news.test:8080/c")]
    [InlineData("//other.test/c")]
    public async Task Never_leaves_the_host_whose_turn_it_is(string location)
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Request.Path == "/a" ? Redirect(context, 302, "/b") : Redirect(context, 301, location));

        var redirected = (await FetchAsync(site, "http://news.test/a")).ShouldBeOfType<FetchResult.Redirected>();

        redirected.Location.ShouldBe(new Uri(new Uri("http://news.test/"), location));
        redirected.Hops.Select(hop => (hop.Url.AbsolutePath, hop.IsPermanentRedirect)).ShouldBe([("/a", false), ("/b", true)]);
        site.Requests.ShouldBe(["news.test/a", "news.test/b"]);
    }

    [Fact]
    public async Task Reads_a_location_that_is_written_in_UTF_8()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Request.Path == "/"
            ? Redirect(context, 302, "/\u00fcber")
            : context.Response.WriteAsync("here"));

        (await FetchAsync(site, "http://news.test/")).FinalUrl.ShouldBe("http://news.test/%C3%BCber");
    }

    private static Task Redirect(HttpContext context, int status, string location)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    private static async Task<FetchResult> FetchAsync(LoopbackSite site, string url, IReadOnlyDictionary<string, string>? headers = null)
    {
        var options = new FetcherHttpOptions
        {
            Pins = new Dictionary<string, string> { ["news.test"] = site.Endpoint, ["other.test"] = site.Endpoint },
        };
        using var client = new GuardedClient(options, TimeProvider.System);
        return await client.FetchAsync(new FetchRequest { Url = url, Headers = headers ?? new Dictionary<string, string>() }, CancellationToken.None);
    }
}
