using System.Net;
using System.Text.RegularExpressions;
using Dateline.Dashboard.Tests.Serving;
using Dateline.Hosting.Access;

namespace Dateline.Dashboard.Tests.Access;

public sealed partial class PageAccessTests : IAsyncLifetime
{
    private Upstream upstream = null!;
    private DashboardServer server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        upstream = (await Upstream.StartAsync()).With("/v1/sources", """{"items":[]}""");
        server = await DashboardServer.StartAsync(upstream);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await upstream.DisposeAsync();
    }

    [Fact]
    public async Task Shows_pages_to_a_trusted_network()
    {
        var page = await server.Http.GetStringAsync("/sources", Token);

        page.ShouldContain("No sources yet");
        upstream.Requests.ShouldHaveSingleItem().Authorization.ToString().ShouldBe($"Bearer {DashboardServer.ServiceKey}");
    }

    [Fact]
    public async Task Sends_a_stranger_to_the_sign_in_page()
    {
        using var response = await server.Http.SendAsync(DashboardServer.FromOutside(HttpMethod.Get, "/sources"), Token);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.PathAndQuery.ShouldBe("/sign-in?to=%2Fsources");
        upstream.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Asks_the_services_with_the_key_somebody_signed_in_with()
    {
        var key = await server.CreateKeyAsync(Scopes.Read);

        using var signedIn = await SignInAsync(key, "/sources");
        using var page = await server.Http.SendAsync(DashboardServer.FromOutside(HttpMethod.Get, "/sources"), Token);

        signedIn.Headers.Location!.ToString().ShouldBe("/sources");
        signedIn.Headers.GetValues("Set-Cookie").ShouldContain(cookie =>
            cookie.StartsWith("dateline=") && cookie.Contains("samesite=strict") && cookie.Contains("httponly") && !cookie.Contains(key));
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        upstream.Requests.ShouldHaveSingleItem().Authorization.ToString().ShouldBe($"Bearer {key}");
    }

    [Fact]
    public async Task Gives_the_list_of_sources_to_whoever_signed_in_with_their_own_key_and_to_no_stranger()
    {
        upstream.With("/v1/sources/opml", "<opml/>");
        var key = await server.CreateKeyAsync(Scopes.Read);
        using var before = await server.Http.SendAsync(DashboardServer.FromOutside(HttpMethod.Get, "/sources/export.opml"), Token);

        using var signedIn = await SignInAsync(key, "/sources");
        using var after = await server.Http.SendAsync(DashboardServer.FromOutside(HttpMethod.Get, "/sources/export.opml"), Token);

        (before.StatusCode, after.StatusCode).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.OK));
        (await after.Content.ReadAsStringAsync(Token), after.Content.Headers.ContentDisposition!.FileName).ShouldBe(("<opml/>", "sources.opml"));
        upstream.Requests.ShouldHaveSingleItem().Authorization.ToString().ShouldBe($"Bearer {key}");
    }

    [Fact]
    public async Task Does_not_take_the_cookie_for_a_key_of_the_API()
    {
        using var signedIn = await SignInAsync(await server.CreateKeyAsync(Scopes.Admin), "/");

        using var response = await server.Http.SendAsync(DashboardServer.FromOutside(HttpMethod.Get, "/v1/sources"), Token);

        signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Refuses_a_key_that_is_not_known()
    {
        using var response = await SignInAsync("dl_not-a-key", "/");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain("not known or has expired");
    }

    [Fact]
    public async Task Leads_nowhere_else_after_signing_in()
    {
        using var response = await SignInAsync(await server.CreateKeyAsync(Scopes.Read), "https://elsewhere.example/");

        response.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task Refuses_a_sign_in_that_another_site_sent()
    {
        using var request = DashboardServer.FromOutside(HttpMethod.Post, "/sign-in");
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = "x" });

        using var response = await server.Http.SendAsync(request, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Refuses_a_circuit_that_a_page_of_another_site_opens()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1") { Headers = { { "Origin", "https://elsewhere.example" } } };

        using var response = await server.Http.SendAsync(request, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Lets_pages_run_and_load_nothing_that_is_not_ours()
    {
        using var response = await server.Http.GetAsync("/sources", Token);

        var policy = response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("default-src 'none'; script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        (await response.Content.ReadAsStringAsync(Token)).ShouldNotMatch("(src|href)=\"(https?:)?//");
    }

    [Fact]
    public async Task Shows_a_page_for_an_address_that_does_not_exist()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere") { Headers = { { "Accept", "text/html" } } };

        using var response = await server.Http.SendAsync(request, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain("There is no such page");
    }

    private async Task<HttpResponseMessage> SignInAsync(string key, string to)
    {
        using var page = await server.Http.SendAsync(DashboardServer.FromOutside(HttpMethod.Get, "/sign-in"), Token);
        var form = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Token));
        using var request = DashboardServer.FromOutside(HttpMethod.Post, "/sign-in");
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["key"] = key,
            ["to"] = to,
            ["form"] = FormToken().Match(form).Groups[1].Value,
        });
        return await server.Http.SendAsync(request, Token);
    }

    [GeneratedRegex("name=\"form\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex FormToken();
}
