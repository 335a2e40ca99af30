namespace Dateline.Testing;

/// <summary>A finished span as a collector would see it. Ids are lower-case hex.</summary>
public sealed record ReceivedSpan
{
    public required string TraceId { get; init; }

    public required string SpanId { get; init; }

    /// <summary>Null for the root of a trace.</summary>
    public string? ParentSpanId { get; init; }

    public required string Name { get; init; }

    public required SpanKind Kind { get; init; }

    /// <summary>The activity source.</summary>
    public required string Scope { get; init; }

    /// <summary>The resource's <c>service.name</c>.</summary>
    public required string ServiceName { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Values as text; elements of an array are separated by commas.</summary>
    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    public IReadOnlyList<SpanLink> Links { get; init; } = [];

    public SpanStatus Status { get; init; }

    public string StatusMessage { get; init; } = "";
}
