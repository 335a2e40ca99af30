namespace Dateline.Messaging;

/// <summary>The broker did not confirm a message in time. The message may still arrive, which consumers survive.</summary>
public sealed class PublishDeadlineException(string message, Exception? inner = null) : Exception(message, inner);
