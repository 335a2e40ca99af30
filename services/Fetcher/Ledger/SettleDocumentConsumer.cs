using Dateline.Contracts;
using Dateline.Telemetry;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Dateline.Fetcher.Ledger;

/// <summary>Ends a document's journey: the ledger gets its fate and the whole way it went.</summary>
public sealed partial class SettleDocumentConsumer(LedgerSettlement settlement, TimeProvider time, ILogger<SettleDocumentConsumer> logger)
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
        var answer = settle(clock.Finish(journey));
        if (await settlement.SettleAsync(answer, cancellationToken))
            LogSettled(documentId, answer.Fate, answer.Reason);
    }

    [LoggerMessage(LogLevel.Information, "Document {DocumentId} is {Fate} ({Reason})")]
    private partial void LogSettled(Guid documentId, string fate, string? reason);
}
