using Dateline.Contracts;
using Dateline.Messaging;
using MassTransit;

namespace Dateline.Benchmarks;

/// <summary>Tells when as many messages have arrived as were sent.</summary>
internal sealed class Counter
{
    private TaskCompletionSource _done = new();
    private int _left;

    public Task Expect(int messages)
    {
        _done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _left, messages);
        return _done.Task;
    }

    public void Arrived()
    {
        if (Interlocked.Decrement(ref _left) == 0)
            _done.SetResult();
    }
}

internal sealed class ParseEmptyConsumer : IConsumer<DocumentFetched>
{
    public Task Consume(ConsumeContext<DocumentFetched> context) => context.PublishWithDeadlineAsync(Messages.Parsed, context.CancellationToken);
}

internal sealed class EnrichEmptyConsumer : IConsumer<ArticleParsed>
{
    public Task Consume(ConsumeContext<ArticleParsed> context) => context.PublishWithDeadlineAsync(Messages.Enriched, context.CancellationToken);
}

internal sealed class StoreEmptyConsumer : IConsumer<ArticleEnriched>
{
    public Task Consume(ConsumeContext<ArticleEnriched> context) => context.PublishWithDeadlineAsync(Messages.Stored, context.CancellationToken);
}

internal sealed class ParseBareConsumer : IConsumer<DocumentFetched>
{
    public Task Consume(ConsumeContext<DocumentFetched> context) => context.Publish(Messages.Parsed);
}

internal sealed class EnrichBareConsumer : IConsumer<ArticleParsed>
{
    public Task Consume(ConsumeContext<ArticleParsed> context) => context.Publish(Messages.Enriched);
}

internal sealed class StoreBareConsumer : IConsumer<ArticleEnriched>
{
    public Task Consume(ConsumeContext<ArticleEnriched> context) => context.Publish(Messages.Stored);
}

internal sealed class CountConsumer(Counter counter) : IConsumer<ArticleStored>
{
    public Task Consume(ConsumeContext<ArticleStored> context)
    {
        counter.Arrived();
        return Task.CompletedTask;
    }
}
