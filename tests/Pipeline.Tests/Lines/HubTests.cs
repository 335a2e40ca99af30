using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Sources;
using Dateline.Host.Serving;
using Dateline.Hosting.Access;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Pipeline.Tests.Lines;

/// <summary>A hub in front of an installation where nobody comes in without a key: it has none, and still its news arrive.</summary>
public sealed class HubTests : IAsyncLifetime, IDisposable
{
    private const string Feed = "http://gazette.example/feed.xml";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ScratchFolder folder = new("hub");
    private readonly SimulatedWeb web = new();
    private readonly Uri address = new($"http://127.0.0.1:{FreePort.Next()}");
    private readonly HttpClient stranger = new();
    private readonly HttpClient owner = new();
    private LineServer services = null!;
    private LineServer gateway = null!;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await web.InitializeAsync();
        NewsSite.On(web, "gazette.example", articles: 2);
        web.Site("hub.example").Status("/", 202);
        web.Site("gazette.example").Reply("/feed.xml", NewsSite.FeedWithHub("gazette.example", articles: 1, "http://hub.example/"));
        var settings = new Dictionary<string, string?>(NewsSite.Settings(web, "gazette.example", "hub.example"))
        {
            ["DataFolder"] = folder.Path,
            ["Logging:LogLevel:Default"] = "Error",
            ["Access:TrustedNetworks:0"] = "203.0.113.0/24", // not where we come from
            ["Access:ServiceKey"] = "a-key-that-services-share-0123456789",
            ["Fetcher:Sources:PublicUrl"] = address.ToString(),
        };
        services = await LineServer.StartAsync(
            Roles.Parse(["fetcher", "parser", "enricher", "storage"]), new Dictionary<string, string?>(settings) { ["Urls"] = "http://127.0.0.1:0" }, None);
        gateway = await LineServer.StartAsync(Roles.Parse(["dashboard"]), new Dictionary<string, string?>(settings)
        {
            ["Urls"] = address.ToString(),
            ["Dashboard:Fetcher"] = services.Address.ToString(),
            ["Dashboard:Storage"] = services.Address.ToString(),
        }, None);
        owner.BaseAddress = stranger.BaseAddress = address;
        var key = await services.App.Services.GetRequiredService<ApiKeyStore>().CreateAsync("tester", Scopes.Ingest, null, None);
        owner.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    [Fact]
    public async Task Verifies_and_pushes_through_the_gateway_where_everybody_else_needs_a_key()
    {
        (await stranger.GetAsync("/v1/sources", None)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var added = await owner.PostAsJsonAsync("/v1/sources", new NewSource(Feed, Pages: "always"), None);
        added.StatusCode.ShouldBe(HttpStatusCode.Created, await added.Content.ReadAsStringAsync(None));
        await Eventually.TrueAsync(() => web.RequestsTo("hub.example").Count == 1, Patience, () => "the hub was not asked");
        var asked = web.RequestsTo("hub.example").Single().Form;

        var echo = await stranger.GetStringAsync($"{asked["hub.callback"]}?hub.mode=subscribe&hub.topic={Uri.EscapeDataString(asked["hub.topic"])}&hub.challenge=abc&hub.lease_seconds=864000", None);
        var forged = await PushAsync(asked["hub.callback"], "not the secret");
        var before = (await PipelineAsync()).Accepted;
        var pushed = await PushAsync(asked["hub.callback"], asked["hub.secret"]);

        (echo, forged, pushed).ShouldBe(("abc", HttpStatusCode.Accepted, HttpStatusCode.Accepted));
        await Eventually.TrueAsync(async () => (await PipelineAsync()).Stored == 2, Patience, () => string.Join(", ", web.Requests));
        before.ShouldBeLessThanOrEqualTo(1, "what is not signed rightly brings nothing");
        asked["hub.callback"].ShouldStartWith(address.ToString());
        web.RequestsTo("gazette.example").Count(request => request.PathAndQuery == "/feed.xml").ShouldBe(1);
        (await stranger.GetAsync($"{asked["hub.callback"]}/../../documents", None)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "the hubs' door opens nothing else");
    }

    private async Task<HttpStatusCode> PushAsync(string callback, string secret)
    {
        var news = NewsSite.FeedWithHub("gazette.example", articles: 2, "http://hub.example/").Body.ToArray();
        using var push = new ByteArrayContent(news);
        push.Headers.Add("Content-Type", "application/rss+xml");
        push.Headers.Add("X-Hub-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(secret), news))}");
        using var answer = await stranger.PostAsync(callback, push, None);
        return answer.StatusCode;
    }

    private Task<PipelineView> PipelineAsync() => Line.GetAsync<PipelineView>(owner, "/v1/pipeline");

    public async ValueTask DisposeAsync()
    {
        if (gateway is not null)
            await gateway.DisposeAsync();
        if (services is not null)
            await services.DisposeAsync();
        await web.DisposeAsync();
    }

    public void Dispose()
    {
        stranger.Dispose();
        owner.Dispose();
        folder.Dispose();
    }
}
