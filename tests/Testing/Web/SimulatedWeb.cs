using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Dateline.Testing;

/// <summary>
/// Many hosts behind one loopback port, told apart by the Host header: feeds, pages, redirects, slow and broken
/// servers. A fetcher reaches them through <see cref="Pins"/>.
/// </summary>
public sealed class SimulatedWeb : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, SimulatedSite> _sites = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<ObservedRequest> _requests = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private WebApplication? _app;

    public int Port { get; } = FreePort.Next();

    /// <summary>What requests are dated by, for a test whose fetcher lives by a clock of its own. The real time when null.</summary>
    public Func<TimeSpan>? Clock { get; set; }

    /// <summary>Every request so far, in the order they came.</summary>
    public IReadOnlyList<ObservedRequest> Requests => [.. _requests];

    /// <summary>Configuration that sends the connections for the hosts set up so far here: <c>Fetcher:Http:Pins:host</c> = address and port.</summary>
    public IReadOnlyDictionary<string, string> Pins =>
        _sites.Keys.ToDictionary(host => $"Fetcher:Http:Pins:{host}", _ => $"127.0.0.1:{Port}");

    /// <summary>The host of that name, made at the first call.</summary>
    public SimulatedSite Site(string host) => _sites.GetOrAdd(host, name => new SimulatedSite(name));

    public IReadOnlyList<ObservedRequest> RequestsTo(string host) =>
        [.. _requests.Where(request => request.Host.Equals(host, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Starts it; a second call does nothing.</summary>
    public async ValueTask InitializeAsync()
    {
        if (_app is not null)
            return;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, Port);
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private TimeSpan Now => Clock?.Invoke() ?? _clock.Elapsed;

    private async Task AnswerAsync(HttpContext context)
    {
        var seen = new ObservedRequest(
            Now,
            context.Request.Method,
            context.Request.Host.Host,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            context.Connection.RemoteIpAddress)
        {
            Form = context.Request.HasFormContentType
                ? (await context.Request.ReadFormAsync(context.RequestAborted)).ToDictionary(field => field.Key, field => field.Value.ToString())
                : new Dictionary<string, string>(),
        };
        _requests.Enqueue(seen);

        // A host that was not set up is a mistake of the test or a request that should not have been made: say so.
        var reply = _sites.TryGetValue(seen.Host, out var site) ? site.Answer(seen) : new SimulatedReply { Status = 421 };
        seen.Reply = reply;
        await WriteAsync(context, reply);
        seen.EndedAt = Now;
    }

    private static async Task WriteAsync(HttpContext context, SimulatedReply reply)
    {
        var gone = context.RequestAborted;
        try
        {
            if (reply.Delay > TimeSpan.Zero)
                await Task.Delay(reply.Delay, gone);
            context.Response.StatusCode = reply.Status;
            context.Response.ContentType = reply.ContentType;
            foreach (var (name, value) in reply.Headers)
                context.Response.Headers[name] = value;
            await WriteBodyAsync(context.Response, reply, gone);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The caller hung up, which is what many of these tests are about.
        }
    }

    private static async Task WriteBodyAsync(HttpResponse response, SimulatedReply reply, CancellationToken gone)
    {
        for (var at = 0; at < reply.Body.Length; at += reply.ChunkBytes)
        {
            await response.Body.WriteAsync(reply.Body.Slice(at, Math.Min(reply.ChunkBytes, reply.Body.Length - at)), gone);
            if (reply.ChunkDelay <= TimeSpan.Zero)
                continue;
            await response.Body.FlushAsync(gone);
            await Task.Delay(reply.ChunkDelay, gone);
        }

        if (!reply.Abort)
            return;
        await response.Body.FlushAsync(gone);
        response.HttpContext.Abort();
    }
}
