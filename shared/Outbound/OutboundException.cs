namespace Dateline.Outbound;

/// <summary>Nothing was sent, by our own rules; the message is for people and gives nothing of the inside away.</summary>
public sealed class OutboundException(OutboundRefusal reason, string message) : IOException(message)
{
    public OutboundRefusal Reason { get; } = reason;
}
