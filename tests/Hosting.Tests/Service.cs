using Dateline.Hosting.Access;
using Dateline.Hosting.Health;
using Dateline.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Dateline.Hosting.Tests;

/// <summary>A service with the defaults that all have, and an endpoint for each scope.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly ScratchFolder _folder = new("service");
    private readonly WebApplication _app;

    private Service(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder();
        settings["DataFolder"] = _folder.Path;
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults("test");
        builder.Services.AddHealthChecks().AddCheck("part", () => new HealthCheckResult(Part));
        _app = builder.Build();
        _app.UseServiceDefaults();
        foreach (var scope in Scopes.All)
            _app.MapGet($"/v1/{scope}", () => scope).RequireAuthorization(scope);
        _app.MapPost("/v1/things", (Thing thing, int? limit) => thing);
        _app.MapGet("/v1/outage", string () => throw new Npgsql.NpgsqlException("gone", new System.Net.Sockets.SocketException(111)));
    }

    /// <summary>What an operation reads.</summary>
    internal sealed record Thing(string Name, int Count);

    public HealthStatus Part { get; set; } = HealthStatus.Healthy;

    public ApiKeyStore Keys => _app.Services.GetRequiredService<ApiKeyStore>();

    public HttpClient Http { get; private set; } = null!;

    /// <param name="trusting">Whether loopback is trusted, as it is by default.</param>
    public static async Task<Service> StartAsync(bool trusting = true, Dictionary<string, string?>? settings = null)
    {
        settings ??= [];
        if (!trusting)
            settings["Access:TrustedNetworks:0"] = settings["Access:TrustedNetworks:1"] = "203.0.113.0/24";
        var service = new Service(settings);
        await service._app.StartAsync();
        service.Http = new HttpClient { BaseAddress = new Uri(service._app.Urls.First()) };
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
