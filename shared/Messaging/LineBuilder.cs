using MassTransit;

namespace Dateline.Messaging;

/// <summary>Where modules say which messages they consume.</summary>
public sealed class LineBuilder(IBusRegistrationConfigurator bus)
{
    /// <summary>
    /// Adds a consumer on a queue of its own, named after it in kebab case without "Consumer".
    /// </summary>
    /// <param name="concurrency">How many messages are worked on at once: the cores for CPU-bound work, a batch's size for work
    /// that is gathered into batches.</param>
    /// <param name="prefetch">How many are held ready. 64 measured best on quorum queues; more is slower and is lost time when a
    /// worker dies.</param>
    public void Consume<TConsumer>(int concurrency, int prefetch = 64) where TConsumer : class, IConsumer =>
        bus.AddConsumer<TConsumer>().Endpoint(endpoint =>
        {
            endpoint.ConcurrentMessageLimit = concurrency;
            endpoint.PrefetchCount = Math.Max(prefetch, concurrency);
        });
}
