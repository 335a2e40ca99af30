using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dateline.Hosting.Tests;

public sealed class ServiceDefaultsTests
{
    [Theory]
    [InlineData(HealthStatus.Healthy, HttpStatusCode.OK)]
    [InlineData(HealthStatus.Degraded, HttpStatusCode.ServiceUnavailable)]
    [InlineData(HealthStatus.Unhealthy, HttpStatusCode.ServiceUnavailable)]
    public async Task A_service_is_ready_only_when_all_its_parts_are_whole(HealthStatus part, HttpStatusCode ready)
    {
        await using var service = await Service.StartAsync();
        service.Part = part;

        (await service.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(ready);
        (await service.Http.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_database_that_is_away_is_no_fault_of_the_request()
    {
        await using var service = await Service.StartAsync();

        var response = await service.Http.GetAsync("/v1/outage", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("title").GetString().ShouldBe("The database does not answer");
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        await using var service = await Service.StartAsync();

        var document = await service.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken);

        document.GetProperty("openapi").GetString().ShouldStartWith("3.1");
        document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ShouldContain("/v1/read");
    }

    [Fact]
    public async Task Metrics_are_there_without_any_configuration()
    {
        await using var service = await Service.StartAsync();
        await service.Http.GetAsync("/v1/read", TestContext.Current.CancellationToken);

        (await service.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken)).ShouldContain("http_server_request_duration_seconds");
    }
}
