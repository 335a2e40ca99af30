using System.Globalization;
using Dateline.Testing.Wire;
using Google.Protobuf;

namespace Dateline.Testing;

/// <summary>Turns an export request of the OpenTelemetry protocol into spans that a test can ask about.</summary>
internal static class SpanReader
{
    public static IEnumerable<ReceivedSpan> Read(byte[] request) =>
        from resource in ExportTraceServiceRequest.Parser.ParseFrom(request).ResourceSpans
        let service = Texts(resource.Resource?.Attributes ?? []).GetValueOrDefault("service.name", "")
        from scope in resource.ScopeSpans
        from span in scope.Spans
        select Read(span, scope.Scope?.Name ?? "", service);

    private static ReceivedSpan Read(Span span, string scope, string service) => new()
    {
        TraceId = Hex(span.TraceId),
        SpanId = Hex(span.SpanId),
        ParentSpanId = span.ParentSpanId.IsEmpty ? null : Hex(span.ParentSpanId),
        Name = span.Name,
        Kind = (SpanKind)span.Kind,
        Scope = scope,
        ServiceName = service,
        StartedAt = Time(span.StartTimeUnixNano),
        EndedAt = Time(span.EndTimeUnixNano),
        Attributes = Texts(span.Attributes),
        Links = [.. span.Links.Select(link => new SpanLink(Hex(link.TraceId), Hex(link.SpanId)))],
        Status = (SpanStatus)(span.Status?.Code ?? 0),
        StatusMessage = span.Status?.Message ?? "",
    };

    private static string Hex(ByteString bytes) => Convert.ToHexStringLower(bytes.Span);

    private static DateTimeOffset Time(ulong nanoseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks((long)(nanoseconds / TimeSpan.NanosecondsPerTick));

    private static Dictionary<string, string> Texts(IEnumerable<KeyValue> attributes) =>
        attributes.GroupBy(attribute => attribute.Key).ToDictionary(group => group.Key, group => Text(group.Last().Value));

    private static string Text(AnyValue? value) => value?.ValueCase switch
    {
        AnyValue.ValueOneofCase.StringValue => value.StringValue,
        AnyValue.ValueOneofCase.BoolValue => value.BoolValue ? "true" : "false",
        AnyValue.ValueOneofCase.IntValue => value.IntValue.ToString(CultureInfo.InvariantCulture),
        AnyValue.ValueOneofCase.DoubleValue => value.DoubleValue.ToString(CultureInfo.InvariantCulture),
        AnyValue.ValueOneofCase.ArrayValue => string.Join(',', value.ArrayValue.Values.Select(Text)),
        _ => "",
    };
}
