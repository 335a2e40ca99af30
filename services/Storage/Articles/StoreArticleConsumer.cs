using System.Diagnostics;
using Dateline.Contracts;
using Dateline.Messaging;
using Dateline.Storage.Rules;
using Dateline.Telemetry;
using MassTransit;

namespace Dateline.Storage.Articles;

/// <summary>Stores enriched articles, unless a rule says otherwise. One message in, exactly one out, after the commit.</summary>
public sealed class StoreArticleConsumer(ArticleIntake intake, RuleBook rules, TimeProvider time) : IConsumer<ArticleEnriched>
{
    private readonly StageClock clock = new(Stage.Store, StorageModule.Version, time);

    public async Task Consume(ConsumeContext<ArticleEnriched> context)
    {
        var message = context.Message;
        using var activity = ActivitySources.Storage.StartActivity("store article");
        activity?.SetTag("dateline.document.id", message.Document.Id);
        var run = clock.Start();
        var decision = await rules.DecideAsync(message, context.CancellationToken);
        if (decision.DroppedBy is { } rule)
        {
            await context.PublishWithDeadlineAsync(new DocumentRejected
            {
                Document = message.Document,
                Stage = Stage.Store,
                Reason = RejectionReason.DroppedByRule,
                Detail = $"The rule \"{rule}\" drops articles like this. Change it under /v1/rules and replay the document to store it.",
                Journey = run.Finish(message.Journey, $"dropped by the rule {rule}"),
            }, context.CancellationToken);
            run.CountRejected(RejectionReason.DroppedByRule);
            return;
        }

        message = decision.Tagged(message);
        var stored = await intake.StoreAsync(
            IncomingArticle.From(message, Activity.Current?.TraceId.ToString(), time.GetUtcNow()), context.CancellationToken);

        await context.PublishWithDeadlineAsync(new ArticleStored
        {
            Document = message.Document,
            ArticleId = stored.ArticleId,
            Revision = stored.Revision,
            Outcome = stored.Outcome,
            DuplicateOf = stored.DuplicateOf,
            Reason = stored.Reason,
            PublishedAt = message.Article.Published?.Value,
            Journey = run.Finish(message.Journey, stored.Reason),
        }, context.CancellationToken);
        run.CountPassed();
        LineMetrics.Queryable(time.GetUtcNow(), message.Document.AcceptedAt, message.Article.Published?.Value);
    }
}
