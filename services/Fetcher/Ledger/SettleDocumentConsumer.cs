using Dateline.Contracts;
using Dateline.Telemetry;
using MassTransit;

namespace Dateline.Fetcher.Ledger;

/// <summary>Ends a document's journey: the ledger gets its fate and the whole way it went.</summary>
public sealed class SettleDocumentConsumer(LedgerSettlement settlement, TimeProvider time)
    : IConsumer<ArticleStored>, IConsumer<DocumentRejected>
{
    public Task Consume(ConsumeContext<ArticleStored> context) =>
        SettleAsync(journey => Settlement.Of(context.Message, journey), context.Message.Document.Id, context.Message.Journey, context.CancellationToken);

    public Task Consume(ConsumeContext<DocumentRejected> context) =>
        SettleAsync(journey => Settlement.Of(context.Message, journey), context.Message.Document.Id, context.Message.Journey, context.CancellationToken);

    private async Task SettleAsync(Func<Journey, Settlement> settle, Guid documentId, Journey journey, CancellationToken cancellationToken)
    {
        using var activity = ActivitySources.Fetcher.StartActivity("settle document");
        activity?.SetTag("dateline.document.id", documentId);
        var clock = new StageClock(Stage.Settle, FetcherVersion.Current, time).Start();
        await settlement.SettleAsync(settle(clock.Finish(journey)), cancellationToken);
    }
}
