using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Uploads;
using Dateline.Host.Serving;
using Dateline.Testing;

namespace Dateline.Pipeline.Tests.Lines;

/// <summary>A running line, in one process or in parts, and what a user does with it.</summary>
public sealed class Line : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<LineServer> _servers = [];
    private readonly Dictionary<string, string?> _settings;

    private Line(Dictionary<string, string?> settings) => _settings = settings;

    /// <summary>Where documents go in.</summary>
    public HttpClient Intake { get; private set; } = null!;

    /// <summary>Where articles come out.</summary>
    public HttpClient Archive { get; private set; } = null!;

    public IReadOnlyList<LineServer> Servers => _servers;

    /// <summary>Starts one server for each set of roles.</summary>
    public static async Task<Line> StartAsync(IReadOnlyDictionary<string, string?> settings, params string[][] processes)
    {
        var line = new Line(new Dictionary<string, string?>(settings)
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "Error",
            ["Fetcher:Inbox:LookEvery"] = "00:00:00.100",
            ["Fetcher:Inbox:SettleFor"] = "00:00:00",
        });
        foreach (var roles in processes)
            await line.AddAsync(roles);
        return line;
    }

    /// <summary>Stops everything and starts again on the same data.</summary>
    public async Task RestartAsync(params string[][] processes)
    {
        await DisposeAsync();
        _servers.Clear();
        Intake = Archive = null!;
        foreach (var roles in processes)
            await AddAsync(roles);
    }

    public async Task AddAsync(params string[] roles)
    {
        var server = await LineServer.StartAsync(Roles.Parse(roles), _settings, TestContext.Current.CancellationToken);
        _servers.Add(server);
        if (roles.Length == 0 || roles.Contains("fetcher"))
            Intake ??= new HttpClient { BaseAddress = server.Address };
        if (roles.Length == 0 || roles.Contains("storage"))
            Archive ??= new HttpClient { BaseAddress = server.Address };
    }

    public async Task<Guid> PostAsync(string name, string text, string? url = null)
    {
        var response = await SendAsync(name, text, url);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<UploadReceipts>(Json))!.Items.Single().DocumentId!.Value;
    }

    public Task<HttpResponseMessage> SendAsync(string name, string text, string? url = null, string? idempotencyKey = null)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent { { file, "files", name } };
        if (url is not null)
            form.Add(new StringContent(url), "url");
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/documents") { Content = form };
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return Intake.SendAsync(request);
    }

    public async Task<DocumentView> DocumentAsync(Guid id) => await GetAsync<DocumentView>(Intake, $"/v1/documents/{id}");

    public async Task<DocumentView> SettledAsync(Guid id)
    {
        DocumentView? document = null;
        await Eventually.TrueAsync(
            async () => (document = await DocumentAsync(id)).Fate != Fate.InFlight, Patience, () => JsonSerializer.Serialize(document, Json));
        return document!;
    }

    public async Task<DocumentView> IngestAsync(string name, string text, string? url = null) => await SettledAsync(await PostAsync(name, text, url));

    public async Task<PipelineView> PipelineAsync() => await GetAsync<PipelineView>(Intake, "/v1/pipeline");

    public async Task<JsonElement> ArticleAsync(Guid id) => await GetAsync<JsonElement>(Archive, $"/v1/articles/{id}");

    public async Task<IReadOnlyList<JsonElement>> SearchAsync(string query) =>
        [.. (await GetAsync<JsonElement>(Archive, $"/v1/articles?q={Uri.EscapeDataString(query)}")).GetProperty("items").EnumerateArray()];

    public static async Task<T> GetAsync<T>(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<T>(Json))!;
    }

    public async ValueTask DisposeAsync()
    {
        Intake?.Dispose();
        Archive?.Dispose();
        foreach (var server in Enumerable.Reverse(_servers))
            await server.DisposeAsync();
    }
}
