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

    private static readonly Dictionary<Type, string> Queues = new()
    {
        [typeof(DocumentFetched)] = "parse-document",
        [typeof(ArticleParsed)] = "enrich-article",
        [typeof(ArticleEnriched)] = "store-article",
        [typeof(ArticleStored)] = "settle-document",
        [typeof(DocumentRejected)] = "settle-document",
        [typeof(Fault<DocumentFetched>)] = "quarantine-fault",
        [typeof(Fault<ArticleParsed>)] = "quarantine-fault",
        [typeof(Fault<ArticleEnriched>)] = "quarantine-fault",
        [typeof(Fault<ArticleStored>)] = "quarantine-fault",
        [typeof(Fault<DocumentRejected>)] = "quarantine-fault",
    };

    public static void DeclareQueuesBehindMessages(IRabbitMqBusFactoryConfigurator bus)
    {
        foreach (var (message, queue) in Queues)
            bus.Publish(message, topology => topology.BindQueue(queue, queue, binding =>
            {
                binding.SetQuorumQueue();
                binding.SetQueueArgument("x-dead-letter-exchange", DeadLetterExchange);
            }));
    }

    public static void ConfigureQueue(IRabbitMqReceiveEndpointConfigurator endpoint)
    {
        endpoint.SetQuorumQueue();
        endpoint.BindDeadLetterQueue(DeadLetterExchange, DeadLetterQueue, queue => queue.SetQuorumQueue());
    }
}
