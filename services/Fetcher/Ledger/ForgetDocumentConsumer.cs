using Dateline.Contracts;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Dateline.Fetcher.Ledger;

/// <summary>Forgets what was received of an article that was taken out of the archive.</summary>
public sealed partial class ForgetDocumentConsumer(Oblivion oblivion, ILogger<ForgetDocumentConsumer> logger)
    : IConsumer<ArticleRemoved>, IConsumer<Fault<ArticleRemoved>>
{
    public async Task Consume(ConsumeContext<ArticleRemoved> context) =>
        LogForgotten(context.Message.ArticleId, await oblivion.ForgetAsync(context.Message.DocumentIds, context.Message.Reason, context.CancellationToken));

    /// <summary>No document is in flight that a quarantine could hold: a person has to know.</summary>
    public Task Consume(ConsumeContext<Fault<ArticleRemoved>> context)
    {
        var removed = context.Message.Message;
        LogKept(removed.ArticleId, string.Join(", ", removed.DocumentIds), context.Message.Exceptions.FirstOrDefault()?.Message);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "Article {ArticleId} was removed: the raw content of {Documents} documents is forgotten")]
    private partial void LogForgotten(Guid articleId, int documents);

    [LoggerMessage(LogLevel.Error, "Article {ArticleId} was removed, but the raw content of its documents is still there: {DocumentIds} ({Reason})")]
    private partial void LogKept(Guid articleId, string documentIds, string? reason);
}
