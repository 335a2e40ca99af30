using MassTransit;

namespace Dateline.Messaging;

/// <summary>Publishes with a deadline that holds.</summary>
public static class Publishing
{
    /// <summary>
    /// A healthy broker confirms within milliseconds. A cancellation token alone is no deadline: while a broker hangs the client
    /// looks at it only when the socket moves (a token of 5 s was seen to return after 18 s).
    /// </summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <exception cref="PublishDeadlineException">Not confirmed in time; it may still arrive.</exception>
    public static async Task PublishWithDeadlineAsync<T>(this IPublishEndpoint endpoint, T message, CancellationToken cancellationToken)
        where T : class
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Deadline);
        try
        {
            await endpoint.Publish(message, deadline.Token).WaitAsync(Deadline + TimeSpan.FromSeconds(1), cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is TimeoutException or OperationCanceledException)
        {
            throw new PublishDeadlineException($"The broker did not confirm a {typeof(T).Name} within {Deadline.TotalSeconds:0} s.", exception);
        }
    }
}
