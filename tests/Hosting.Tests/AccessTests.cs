using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Hosting.Access;

namespace Dateline.Hosting.Tests;

public sealed class AccessTests
{
    [Fact]
    public async Task The_machine_itself_needs_no_key()
    {
        await using var service = await Service.StartAsync();

        (await service.Http.GetStringAsync("/v1/admin", TestContext.Current.CancellationToken)).ShouldBe("admin");
    }

    [Theory]
    [InlineData("X-Forwarded-For", "198.51.100.7")]
    [InlineData("Forwarded", "for=198.51.100.7")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Host", "rebound.attacker.example")]
    public async Task An_address_alone_is_not_trusted(string header, string value)
    {
        await using var service = await Service.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/read");
        request.Headers.TryAddWithoutValidation(header, value);

        (await service.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Without_a_key_a_stranger_is_told_what_to_do()
    {
        await using var service = await Service.StartAsync(trusting: false);

        var response = await service.Http.GetAsync("/v1/read", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("detail").GetString()!.ShouldContain("dateline keys create");
        problem.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData(Scopes.Read, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData(Scopes.Ingest, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData(Scopes.Admin, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK)]
    public async Task A_key_opens_what_its_scope_includes(string scope, HttpStatusCode read, HttpStatusCode ingest, HttpStatusCode admin)
    {
        await using var service = await Service.StartAsync(trusting: false);
        var secret = await service.Keys.CreateAsync("test", scope, null, TestContext.Current.CancellationToken);

        (await StatusAsync(service, "read", secret)).ShouldBe(read);
        (await StatusAsync(service, "ingest", secret)).ShouldBe(ingest);
        (await StatusAsync(service, "admin", secret)).ShouldBe(admin);
    }

    [Fact]
    public async Task A_key_that_is_unknown_or_has_expired_opens_nothing()
    {
        await using var service = await Service.StartAsync(trusting: false);
        var expired = await service.Keys.CreateAsync("old", Scopes.Admin, DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);

        (await StatusAsync(service, "read", expired)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(service, "read", ApiKeySecret.Create())).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_even_from_the_machine_itself()
    {
        await using var service = await Service.StartAsync();

        (await StatusAsync(service, "read", "dl_wrong")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Services_of_one_installation_know_each_other_by_their_key()
    {
        const string secret = "0123456789abcdef0123456789abcdef";
        await using var service = await Service.StartAsync(trusting: false, new() { ["Access:ServiceKey"] = secret });

        (await StatusAsync(service, "admin", secret)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(service, "admin", secret + "x")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Only_a_hash_of_a_key_is_kept()
    {
        await using var service = await Service.StartAsync();
        var secret = await service.Keys.CreateAsync("test", Scopes.Read, null, TestContext.Current.CancellationToken);

        var key = await service.Keys.FindAsync(secret, TestContext.Current.CancellationToken);

        key!.Hash.ShouldBe(ApiKeySecret.Hash(secret));
        key.Hash.ShouldNotContain(secret);
        secret.ShouldStartWith(ApiKeySecret.Prefix);
    }

    private static async Task<HttpStatusCode> StatusAsync(Service service, string scope, string secret)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/{scope}") { Headers = { { "Authorization", $"Bearer {secret}" } } };
        return (await service.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }
}
