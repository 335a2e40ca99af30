namespace Dateline.Testing;

/// <summary>The kind of a span by its number in the protocol, which is not <c>ActivityKind</c>'s.</summary>
public enum SpanKind
{
    Unspecified,
    Internal,
    Server,
    Client,
    Producer,
    Consumer,
}
