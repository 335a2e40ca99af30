using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Hosting.Access;

namespace Dateline.Hosting.Tests;

public sealed class RateLimitTests
{
    private static readonly Dictionary<string, string?> Three = new()
    {
        ["Access:RequestsPerMinute"] = "1",
        ["Access:RequestBurst"] = "3",
        ["Access:StrangersPerMinute"] = "2",
    };

    [Fact]
    public async Task A_key_that_has_used_its_budget_is_told_when_to_come_back()
    {
        await using var service = await Service.StartAsync(trusting: false, new(Three));
        var secret = await service.Keys.CreateAsync("busy", Scopes.Read, null, TestContext.Current.CancellationToken);

        for (var i = 0; i < 3; i++)
            (await SendAsync(service, secret)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var refused = await SendAsync(service, secret);

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("detail").GetString()!.ShouldContain("Try again in");
    }

    [Fact]
    public async Task One_key_s_budget_is_not_another_s()
    {
        await using var service = await Service.StartAsync(trusting: false, new(Three));
        var busy = await service.Keys.CreateAsync("busy", Scopes.Read, null, TestContext.Current.CancellationToken);
        var calm = await service.Keys.CreateAsync("calm", Scopes.Read, null, TestContext.Current.CancellationToken);
        for (var i = 0; i < 4; i++)
            await SendAsync(service, busy);

        (await SendAsync(service, calm)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Guessing_keys_soon_ends()
    {
        await using var service = await Service.StartAsync(trusting: false, new(Three));

        (await SendAsync(service, ApiKeySecret.Create())).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(service, ApiKeySecret.Create())).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(service, ApiKeySecret.Create())).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task The_machine_itself_has_no_limit_and_neither_has_a_probe()
    {
        await using var service = await Service.StartAsync(settings: new(Three));

        for (var i = 0; i < 10; i++)
        {
            (await service.Http.GetAsync("/v1/read", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await service.Http.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    private static Task<HttpResponseMessage> SendAsync(Service service, string secret) =>
        service.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/v1/read") { Headers = { { "X-API-Key", secret } } }, TestContext.Current.CancellationToken);
}
