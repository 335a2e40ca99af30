using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Uploads;
using Dateline.Testing;

namespace Dateline.Pipeline.Tests.Fleets;

/// <summary>The services as separate processes over RabbitMQ and PostgreSQL, as an operator runs them.</summary>
public sealed class Fleet : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(2);

    private readonly ScratchFolder _folder = new("fleet");
    private readonly Dictionary<string, string> _environment;
    private readonly Dictionary<string, (DatelineProcess Process, string Url)> _services = [];

    public Fleet(string rabbit, string postgres, IReadOnlyDictionary<string, string>? environment = null)
    {
        Rabbit = rabbit;
        Postgres = postgres;
        _environment = new Dictionary<string, string>(environment ?? new Dictionary<string, string>())
        {
            ["ConnectionStrings:RabbitMq"] = rabbit,
            ["ConnectionStrings:Postgres"] = postgres,
            ["Logging:LogLevel:Default"] = "Warning",
        };
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{FreePort.Next()}"), Timeout = TimeSpan.FromSeconds(30) };
    }

    public string Rabbit { get; }

    public string Postgres { get; }

    /// <summary>The fetcher's API; its address stays when the process is replaced.</summary>
    public HttpClient Http { get; }

    /// <summary>Names such as parser-2: role and number.</summary>
    public IReadOnlyCollection<string> Names => _services.Keys;

    public DatelineProcess this[string name] => _services[name].Process;

    /// <summary>Starts services side by side and waits until each is ready.</summary>
    public async Task StartAsync(params string[] names)
    {
        foreach (var name in names)
            Launch(name);
        await Task.WhenAll(names.Select(ReadyAsync));
    }

    /// <summary>Starts a service, in place of a killed one, without waiting for it.</summary>
    public void Launch(string name)
    {
        var role = name.Split('-')[0];
        var url = role == "fetcher" ? Http.BaseAddress!.ToString() : $"http://127.0.0.1:{FreePort.Next()}";
        var process = DatelineProcess.Start(["serve", role, "--urls", url, "--data", _folder.Combine(name)], _environment, _folder.Path);
        _services[name] = (process, url);
    }

    public Task ReadyAsync(string name) => _services[name].Process.WaitUntilHealthyAsync($"{_services[name].Url.TrimEnd('/')}/health/ready", StartDeadline);

    /// <summary>kill -9.</summary>
    public async Task KillAsync(string name)
    {
        _services.Remove(name, out var service);
        await service.Process.KillAsync();
        await service.Process.DisposeAsync();
    }

    /// <summary>Posts one document until it is accepted: a caller with a key may repeat what it got no answer to.</summary>
    public async Task<Guid> PostAsync(string key, string name, string text, string? url, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                using var response = await Http.SendAsync(Request(key, name, text, url), cancellationToken);
                if (response.IsSuccessStatusCode)
                    return (await response.Content.ReadFromJsonAsync<UploadReceipts>(Json, cancellationToken))!.Items[0].DocumentId!.Value;
                if ((int)response.StatusCode < 500)
                    throw new InvalidOperationException($"{key}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancellationToken)}");
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // The service or its database is down at the moment: that is what this is about.
            }

            await Task.Delay(200, cancellationToken);
        }
    }

    public async Task<T> GetAsync<T>(string path) => (await Http.GetFromJsonAsync<T>(path, Json))!;

    public async Task<DocumentView> SettledAsync(Guid id, TimeSpan deadline)
    {
        DocumentView? document = null;
        await Eventually.TrueAsync(
            async () => (document = await GetAsync<DocumentView>($"/v1/documents/{id}")).Fate != Fate.InFlight, deadline, () => JsonSerializer.Serialize(document, Json));
        return document!;
    }

    private static HttpRequestMessage Request(string key, string name, string text, string? url)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent { { file, "files", name } };
        if (url is not null)
            form.Add(new StringContent(url), "url");
        return new HttpRequestMessage(HttpMethod.Post, "/v1/documents") { Content = form, Headers = { { "Idempotency-Key", key } } };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        foreach (var (process, _) in _services.Values)
            await process.DisposeAsync();
        _folder.Dispose();
    }
}
