namespace Dateline.Testing;

/// <summary>Whether the work of a span succeeded, by the protocol's number.</summary>
public enum SpanStatus
{
    Unset,
    Ok,
    Error,
}
