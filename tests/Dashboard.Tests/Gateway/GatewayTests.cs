using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Dashboard.Tests.Serving;
using Dateline.Hosting.Access;
using Microsoft.AspNetCore.Http;

namespace Dateline.Dashboard.Tests.Gateway;

public sealed class GatewayTests : IAsyncLifetime
{
    private Upstream upstream = null!;
    private DashboardServer server = null!;

    public async ValueTask InitializeAsync()
    {
        upstream = await Upstream.StartAsync();
        server = await DashboardServer.StartAsync(upstream);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await upstream.DisposeAsync();
    }

    [Fact]
    public async Task Speaks_with_the_shared_key_for_a_caller_who_needs_none()
    {
        upstream.With("/v1/documents?limit=1", """{"items":[],"next":null}""");

        var answer = await server.Http.GetStringAsync("/v1/documents?limit=1", TestContext.Current.CancellationToken);

        answer.ShouldBe("""{"items":[],"next":null}""");
        upstream.Requests.ShouldHaveSingleItem().Authorization.ToString().ShouldBe($"Bearer {DashboardServer.ServiceKey}");
    }

    [Fact]
    public async Task Passes_a_callers_own_key_on()
    {
        upstream.With("/v1/articles", """{"items":[]}""");
        var key = await server.CreateKeyAsync(Scopes.Read);
        using var request = DashboardServer.FromOutside(HttpMethod.Get, "/v1/articles");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);

        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var passed = upstream.Requests.ShouldHaveSingleItem();
        passed.Authorization.ToString().ShouldBe($"Bearer {key}");
        passed.ContainsKey("X-Forwarded-For").ShouldBeFalse();
    }

    [Fact]
    public async Task Stops_a_stranger_before_the_service_hears_of_it()
    {
        using var response = await server.Http.SendAsync(DashboardServer.FromOutside(HttpMethod.Get, "/v1/articles"), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        upstream.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Lets_a_hub_through_which_has_no_key_and_lends_it_none(string method)
    {
        const string callback = "/v1/websub/0195f0c4-0000-7000-8000-000000000001?hub.mode=subscribe";
        upstream.With(callback, "the challenge");

        using var response = await server.Http.SendAsync(DashboardServer.FromOutside(new HttpMethod(method), callback), TestContext.Current.CancellationToken);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("the challenge");
        upstream.Requests.ShouldHaveSingleItem().Authorization.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Answers_for_a_service_that_is_away_with_bad_gateway()
    {
        await upstream.DisposeAsync();

        using var response = await server.Http.GetAsync("/v1/pipeline", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("status").GetInt32().ShouldBe(502);
    }

    [Fact]
    public async Task Describes_what_all_services_offer()
    {
        upstream.With("/openapi/v1.json", """{"openapi":"3.1.1","servers":[{"url":"http://inner"}],"paths":{"/v1/articles":{}},"components":{"schemas":{"Article":{}}}}""");

        var description = await server.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken);

        description.GetProperty("paths").TryGetProperty("/v1/articles", out _).ShouldBeTrue();
        description.TryGetProperty("servers", out _).ShouldBeFalse();
    }
}
