using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Dateline.Testing.Tests;

public sealed class OtlpReceiverTests(OtlpReceiver receiver) : IClassFixture<OtlpReceiver>
{
    [Theory]
    [InlineData(OtlpExportProtocol.HttpProtobuf)]
    [InlineData(OtlpExportProtocol.Grpc)]
    public async Task Receives_what_the_sdk_exports(OtlpExportProtocol protocol)
    {
        using var source = new ActivitySource($"news.{protocol}");
        using var provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(source.Name)
            .ConfigureResource(resource => resource.AddService("parser"))
            .AddOtlpExporter(exporter =>
            {
                exporter.Protocol = protocol;
                exporter.Endpoint = new Uri(protocol is OtlpExportProtocol.Grpc ? receiver.GrpcEndpoint : receiver.HttpEndpoint + "/v1/traces");
            })
            .Build();

        var poll = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        using var parent = source.StartActivity("publish", ActivityKind.Producer)!;
        using var child = source.StartActivity(ActivityKind.Consumer, links: [new ActivityLink(poll)], name: "parse")!;
        child.SetTag("dateline.stage", "parse").SetTag("count", 3).SetStatus(ActivityStatusCode.Error, "broken");
        child.Stop();
        parent.Stop();
        provider.ForceFlush(10_000).ShouldBeTrue();

        var trace = parent.TraceId.ToHexString();
        await receiver.WaitAsync(spans => spans.Count(span => span.TraceId == trace) == 2, TimeSpan.FromSeconds(10));
        var span = receiver.Trace(trace).Single(span => span.Name == "parse");
        span.SpanId.ShouldBe(child.SpanId.ToHexString());
        span.ParentSpanId.ShouldBe(parent.SpanId.ToHexString());
        span.Kind.ShouldBe(SpanKind.Consumer);
        span.Scope.ShouldBe(source.Name);
        span.ServiceName.ShouldBe("parser");
        span.Attributes["dateline.stage"].ShouldBe("parse");
        span.Attributes["count"].ShouldBe("3");
        span.Links.ShouldBe([new SpanLink(poll.TraceId.ToHexString(), poll.SpanId.ToHexString())]);
        span.Status.ShouldBe(SpanStatus.Error);
        span.StatusMessage.ShouldBe("broken");
        receiver.Trace(trace).Single(span => span.Name == "publish").ParentSpanId.ShouldBeNull();
    }
}
