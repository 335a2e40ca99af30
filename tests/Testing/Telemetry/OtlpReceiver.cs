using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Dateline.Testing;

/// <summary>
/// A collector for tests: takes the OpenTelemetry protocol over HTTP/protobuf and over gRPC and keeps the spans it
/// was sent. Metrics and logs are accepted and dropped.
/// </summary>
public sealed class OtlpReceiver : IAsyncLifetime
{
    private const string GrpcService = "/opentelemetry.proto.collector.{signal}.v1.{service}/Export";

    private readonly ConcurrentQueue<ReceivedSpan> _spans = new();
    private readonly int _httpPort = FreePort.Next();
    private readonly int _grpcPort = FreePort.Next();
    private WebApplication? _app;

    /// <summary>The address for the protocol <c>http/protobuf</c>.</summary>
    public string HttpEndpoint => $"http://127.0.0.1:{_httpPort}";

    /// <summary>The address for the protocol <c>grpc</c>.</summary>
    public string GrpcEndpoint => $"http://127.0.0.1:{_grpcPort}";

    /// <summary>Environment for a process that shall export here soon after each span ends.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = HttpEndpoint,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
    };

    /// <summary>What has come so far, in the order it came.</summary>
    public IReadOnlyList<ReceivedSpan> Spans => [.. _spans];

    /// <summary>Starts it; a second call does nothing.</summary>
    public async ValueTask InitializeAsync()
    {
        if (_app is not null)
            return;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, _httpPort);
            // gRPC without TLS needs a port of its own: there is no negotiation of HTTP/2 in the clear.
            kestrel.Listen(IPAddress.Loopback, _grpcPort, listen => listen.Protocols = HttpProtocols.Http2);
        });
        _app = builder.Build();
        _app.MapPost("/v1/{signal}", OverHttpAsync);
        _app.MapPost(GrpcService, OverGrpcAsync);
        await _app.StartAsync();
    }

    /// <summary>Forgets what has come so far.</summary>
    public void Clear() => _spans.Clear();

    /// <summary>The spans of one trace, by time of start.</summary>
    public IReadOnlyList<ReceivedSpan> Trace(string traceId) =>
        [.. _spans.Where(span => span.TraceId == traceId).OrderBy(span => span.StartedAt)];

    /// <summary>Waits until what has come satisfies the condition, and returns it.</summary>
    public async Task<IReadOnlyList<ReceivedSpan>> WaitAsync(Func<IReadOnlyList<ReceivedSpan>, bool> condition, TimeSpan deadline)
    {
        await Eventually.TrueAsync(
            () => condition(Spans),
            deadline,
            () => $"{_spans.Count} spans:\n" + string.Join('\n', _spans.TakeLast(60).Select(span =>
                $"{span.TraceId} {span.ParentSpanId ?? "(root)          "} > {span.SpanId} {span.ServiceName}: {span.Name} ({span.Kind})")));
        return Spans;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private async Task OverHttpAsync(HttpContext context, string signal)
    {
        Keep(signal, await ReadAsync(context.Request.Body, context.Request.Headers.ContentEncoding == "gzip"));
        context.Response.ContentType = "application/x-protobuf";
    }

    private async Task OverGrpcAsync(HttpContext context, string signal)
    {
        // A unary call is one frame: a flag that says whether it is compressed, four bytes of length, the message.
        var frame = await ReadAsync(context.Request.Body, compressed: false);
        var length = (int)BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(1));
        using var message = new MemoryStream(frame, 5, length);
        Keep(signal, await ReadAsync(message, compressed: frame[0] == 1));

        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(new byte[5]);
        context.Response.AppendTrailer("grpc-status", "0");
    }

    private void Keep(string signal, byte[] request)
    {
        if (signal is not ("traces" or "trace"))
            return;
        foreach (var span in SpanReader.Read(request))
            _spans.Enqueue(span);
    }

    private static async Task<byte[]> ReadAsync(Stream body, bool compressed)
    {
        using var whole = new MemoryStream();
        await using var plain = compressed ? new GZipStream(body, CompressionMode.Decompress) : body;
        await plain.CopyToAsync(whole);
        return whole.ToArray();
    }
}
