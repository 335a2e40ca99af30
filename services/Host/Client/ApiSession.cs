using System.Net.Http.Headers;
using Dateline.Host.Serving;
using Dateline.Messaging;
using Dateline.Persistence;

namespace Dateline.Host.Client;

/// <summary>
/// A command's way to the line: a server that was named, the one that holds the data folder, or one that lives as long as the
/// command. All of them are spoken to over REST, so that there is one way to do each thing.
/// </summary>
internal sealed class ApiSession : IAsyncDisposable
{
    private readonly LineServer? own;

    private ApiSession(HttpClient http, IConfiguration configuration, LineServer? own = null)
    {
        Api = new ApiClient(http);
        Configuration = configuration;
        this.own = own;
    }

    public ApiClient Api { get; }

    /// <summary>What a service started here, with the same settings and environment, goes by.</summary>
    public IConfiguration Configuration { get; }

    /// <summary>Whether the line ends with the command.</summary>
    public bool IsOwn => own is not null;

    public static async Task<ApiSession> OpenAsync(string? server, string? key, Dictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddEnvironmentVariables().AddInMemoryCollection(settings).Build();
        if (server is not null)
            return new ApiSession(Client(new Uri(server), key), configuration);
        if (DataFolder.AddressOfHolder(DatabaseOptions.From(configuration).DataFolder) is { } holder && await AnswersAsync(holder, cancellationToken))
            return new ApiSession(Client(holder, key), configuration);

        var quiet = new Dictionary<string, string?>(settings)
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        // Over a broker the other services do their part; in memory there is nobody else.
        var roles = LineTransport.From(configuration).InMemory ? Roles.All : new Roles([Role.Fetcher, Role.Storage]);
        var own = await LineServer.StartAsync(roles, quiet, cancellationToken);
        return new ApiSession(Client(own.Address, key), configuration, own);
    }

    private static async Task<bool> AnswersAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
            return (await http.GetAsync("/health/live", cancellationToken)).IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false; // left by a process that was killed
        }
    }

    private static HttpClient Client(Uri address, string? key)
    {
        var http = new HttpClient { BaseAddress = address };
        if ((key ?? Environment.GetEnvironmentVariable("DATELINE_KEY")) is { Length: > 0 } secret)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return http;
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        if (own is not null)
            await own.DisposeAsync();
    }
}
