using Dateline.Contracts;
using Dateline.Messaging;
using Dateline.Telemetry;
using MassTransit;

namespace Dateline.Enricher;

/// <summary>Finds out what parsed articles are about.</summary>
public sealed class EnrichArticleConsumer(ArticleEnricher enricher, TimeProvider time) : IConsumer<ArticleParsed>
{
    private readonly StageClock clock = new(Stage.Enrich, ArticleEnricher.Version, time);

    public async Task Consume(ConsumeContext<ArticleParsed> context)
    {
        var parsed = context.Message;
        using var activity = ActivitySources.Enricher.StartActivity("enrich article");
        activity?.SetTag("dateline.document.id", parsed.Document.Id);
        var run = clock.Start();

        var enrichment = enricher.Enrich(parsed.Article, context.CancellationToken);
        await context.PublishWithDeadlineAsync(new ArticleEnriched
        {
            Document = parsed.Document,
            Article = parsed.Article,
            Enrichment = enrichment,
            Journey = run.Finish(parsed.Journey),
        }, context.CancellationToken);
        run.CountPassed();
    }
}
