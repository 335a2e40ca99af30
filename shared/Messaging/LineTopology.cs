using Dateline.Contracts;
using MassTransit;

namespace Dateline.Messaging;

/// <summary>
/// The queues of the line. RabbitMQ confirms a message that no queue takes and drops it, so every publisher declares the
/// queue behind its messages itself, whether or not the service that reads it has ever run.
/// </summary>
internal static class LineTopology
{
    /// <summary>Where messages go that a broker's delivery limit or an operator's policy turns out. The ledger sends those documents again.</summary>
    public const string DeadLetterExchange = "dateline.dead-letters";

    public const string DeadLetterQueue = "dead-letters";

    public static void DeclareQueuesBehindMessages(IRabbitMqBusFactoryConfigurator bus)
    {
        Declare<DocumentFetched>(bus, "parse-document");
        Declare<ArticleParsed>(bus, "enrich-article");
        Declare<ArticleEnriched>(bus, "store-article");
        Declare<ArticleStored>(bus, "settle-document");
        Declare<DocumentRejected>(bus, "settle-document");
        Declare<ArticleRemoved>(bus, "forget-document");
        Declare<Fault<ArticleRemoved>>(bus, "forget-document");
        Declare<Fault<DocumentFetched>>(bus, "quarantine-fault");
        Declare<Fault<ArticleParsed>>(bus, "quarantine-fault");
        Declare<Fault<ArticleEnriched>>(bus, "quarantine-fault");
        Declare<Fault<ArticleStored>>(bus, "quarantine-fault");
        Declare<Fault<DocumentRejected>>(bus, "quarantine-fault");
    }

    /// <summary>
    /// Binds a queue straight to its message's exchange. The consumer binds it a second time, by way of the queue's own exchange;
    /// a queue takes a message once, by however many ways it is routed there.
    /// </summary>
    private static void Declare<T>(IRabbitMqBusFactoryConfigurator bus, string queue) where T : class =>
        bus.Publish<T>(topology => topology.BindQueue(topology.Exchange.ExchangeName, queue, binding =>
        {
            binding.SetQuorumQueue();
            binding.SetQueueArgument("x-dead-letter-exchange", DeadLetterExchange);
        }));

    public static void ConfigureQueue(IRabbitMqReceiveEndpointConfigurator endpoint)
    {
        endpoint.SetQuorumQueue();
        endpoint.BindDeadLetterQueue(DeadLetterExchange, DeadLetterQueue, queue => queue.SetQuorumQueue());
    }
}
