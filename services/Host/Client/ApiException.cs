namespace Dateline.Host.Client;

/// <summary>The API refused; the message is its problem document's title and detail.</summary>
internal sealed class ApiException(int status, string message, TimeSpan? retryAfter) : Exception(message)
{
    public int Status => status;

    public TimeSpan? RetryAfter => retryAfter;
}
