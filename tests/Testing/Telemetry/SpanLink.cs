namespace Dateline.Testing;

/// <summary>What a span says it belongs to without being its child.</summary>
public sealed record SpanLink(string TraceId, string SpanId);
