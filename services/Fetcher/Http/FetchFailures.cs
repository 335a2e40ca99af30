using System.Net.Sockets;

namespace Dateline.Fetcher.Http;

/// <summary>Translates what the handler throws into a typed failure with a message that gives nothing away.</summary>
internal static class FetchFailures
{
    /// <summary>Null: not a failure of the fetch but of the program.</summary>
    public static FetchException? Of(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is FetchException typed)
                return typed;
            if (inner is OutboundException refused)
                return Failure(OfRefusal(refused.Reason), refused.Message);
        }

        return exception switch
        {
            OperationCanceledException => Failure(FetchFailureKind.Timeout, "The server did not answer in time."),
            HttpRequestException http => OfHttp(http),
            IOException => Failure(FetchFailureKind.Protocol, "The answer ended early."),
            _ => null,
        };
    }

    private static FetchFailureKind OfRefusal(OutboundRefusal reason) => reason switch
    {
        OutboundRefusal.InnerAddress => FetchFailureKind.RefusedAddress,
        OutboundRefusal.UnknownName => FetchFailureKind.Dns,
        _ => FetchFailureKind.InvalidUrl,
    };

    private static FetchException OfHttp(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.SecureConnectionError =>
            Failure(FetchFailureKind.Tls, "No secure connection: the server's certificate is not valid, or it offers no common protocol."),
        HttpRequestError.ConfigurationLimitExceeded =>
            Failure(FetchFailureKind.HeadersTooLarge, "The answer's headers are larger than the limit."),
        HttpRequestError.InvalidResponse or HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError =>
            Failure(FetchFailureKind.Protocol, "The server's answer is not valid HTTP, or ended early."),
        _ when exception.InnerException is OperationCanceledException or TimeoutException =>
            Failure(FetchFailureKind.Timeout, "The server did not answer in time."),
        _ when exception.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            Failure(FetchFailureKind.Connect, "The server refused the connection."),
        _ => Failure(FetchFailureKind.Connect, "No connection to the server, or it broke."),
    };

    private static FetchException Failure(FetchFailureKind kind, string message) => new(kind, message);
}
