using System.Diagnostics;
using Dateline.Persistence;
using Dateline.Telemetry;

namespace Dateline.Storage.Articles;

/// <summary>
/// Gathers articles that come at about the same time into one transaction. Each keeps its own trace; the batch has a span of its
/// own that links to all of them.
/// </summary>
public sealed class ArticleIntake : IAsyncDisposable
{
    /// <summary>A hundred rows share a round trip and a commit; more only makes the first wait for the last.</summary>
    public const int MaxBatch = 100;

    private readonly ArchiveWriter writer;
    private readonly Batcher<Item, StoredArticle> batcher;

    public ArticleIntake(ArchiveWriter writer)
    {
        this.writer = writer;
        batcher = new Batcher<Item, StoredArticle>(MaxBatch, RunAsync);
    }

    public Task<StoredArticle> StoreAsync(IncomingArticle article, CancellationToken cancellationToken) =>
        batcher.RunAsync(new Item(article, Activity.Current?.Context), cancellationToken);

    private async Task<IReadOnlyList<StoredArticle>> RunAsync(IReadOnlyList<Item> items, CancellationToken cancellationToken)
    {
        Activity.Current = null; // the batch belongs to none of its articles' traces
        var links = items.Where(item => item.Context is not null).Select(item => new ActivityLink(item.Context!.Value));
        using var span = ActivitySources.Storage.StartActivity(ActivityKind.Internal, links: links, name: "store batch");
        span?.SetTag("messaging.batch.message_count", items.Count);
        try
        {
            return await writer.StoreAsync([.. items.Select(item => item.Article)], cancellationToken);
        }
        catch (Exception exception)
        {
            span?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }
    }

    public ValueTask DisposeAsync() => batcher.DisposeAsync();

    private sealed record Item(IncomingArticle Article, ActivityContext? Context);
}
