using Dateline.Contracts;
using MassTransit;

namespace Dateline.Fetcher.Quarantine;

/// <summary>Puts documents aside whose processing failed for good, grouped by cause.</summary>
public sealed class QuarantineFaultConsumer(QuarantineWard ward)
    : IConsumer<Fault<DocumentFetched>>, IConsumer<Fault<ArticleParsed>>, IConsumer<Fault<ArticleEnriched>>,
        IConsumer<Fault<ArticleStored>>, IConsumer<Fault<DocumentRejected>>
{
    public Task Consume(ConsumeContext<Fault<DocumentFetched>> context) =>
        AdmitAsync(context, Stage.Parse, context.Message.Message.Document, context.Message.Message.Journey);

    public Task Consume(ConsumeContext<Fault<ArticleParsed>> context) =>
        AdmitAsync(context, Stage.Enrich, context.Message.Message.Document, context.Message.Message.Journey);

    public Task Consume(ConsumeContext<Fault<ArticleEnriched>> context) =>
        AdmitAsync(context, Stage.Store, context.Message.Message.Document, context.Message.Message.Journey);

    public Task Consume(ConsumeContext<Fault<ArticleStored>> context) =>
        AdmitAsync(context, Stage.Settle, context.Message.Message.Document, context.Message.Message.Journey);

    public Task Consume(ConsumeContext<Fault<DocumentRejected>> context) =>
        AdmitAsync(context, Stage.Settle, context.Message.Message.Document, context.Message.Message.Journey);

    private Task AdmitAsync<T>(ConsumeContext<Fault<T>> context, Stage stage, DocumentRef document, Journey journey) where T : class =>
        ward.AdmitAsync(document, journey, Fault.From(stage, context.Message.Exceptions), context.CancellationToken);
}
