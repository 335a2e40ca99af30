using Dateline.Hosting.Documentation;
using Dateline.Hosting.Health;
using Dateline.Messaging;
using Dateline.Persistence;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;
using Dateline.Storage.Delivery;
using Dateline.Storage.Duplicates;
using Dateline.Storage.Figures;
using Dateline.Storage.Retention;
using Dateline.Storage.Revisions;
using Dateline.Storage.Rules;
using Dateline.Storage.Search;
using Dateline.Storage.Stories;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Storage;

/// <summary>The archive as a module: what the host calls to run the role <c>storage</c>.</summary>
public static class StorageModule
{
    /// <summary>Of the rules by which articles are stored; it stands in journeys.</summary>
    public const string Version = "1";

    public static void AddStorage(this IHostApplicationBuilder builder)
    {
        builder.AddDatabase<ArchiveDb, SqliteArchiveDb, PostgresArchiveDb>(ArchiveDb.Schema);
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth<ArchiveDb>>("archive-database");
        builder.Services.AddSingleton(ApiExamples.From(typeof(StorageModule).Assembly, "examples.json"));
        builder.Services.AddExceptionHandler<SearchMistakeHandler>();
        builder.Services.AddSingleton<ArchiveWriter>();
        builder.Services.AddSingleton<ArticleIntake>();
        builder.Services.AddSingleton<ArticleSearch>();
        builder.Services.AddSingleton<ArticleReader>();
        builder.Services.AddSingleton<RevisionReader>();
        builder.Services.AddSingleton<ChangeReader>();
        builder.Services.AddSingleton<ChangeStream>();
        builder.Services.AddSingleton<ArticleExport>();
        builder.Services.AddSingleton<RuleBook>();
        builder.Services.AddSingleton<RuleStore>();
        builder.Services.AddSingleton<RuleReach>();
        builder.Services.AddSingleton<SavedSearchStore>();
        builder.Services.AddSingleton<WebhookStore>();
        builder.Services.AddSingleton<WebhookClient>();
        builder.Services.AddSingleton<WebhookOutbox>();
        builder.Services.AddSingleton<WebhookSender>();
        builder.Services.AddHostedService<WebhookWorker>();
        builder.Services.AddOptions<WebhookOptions>().BindConfiguration("Storage:Webhooks").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<FacetReader>();
        builder.Services.AddSingleton<TimelineReader>();
        builder.Services.AddSingleton<StoryReader>();
        builder.Services.AddSingleton<StoryEditor>();
        builder.Services.AddSingleton<SimilarReader>();
        builder.Services.AddSingleton<CopyEditor>();
        builder.Services.AddSingleton<ArticleRemoval>();
        builder.Services.AddSingleton<RemovalNotices>();
        builder.Services.AddHostedService<RemovalMessenger>();
        builder.Services.AddSingleton<RetentionRules>();
        builder.Services.AddHostedService<RetentionSweep>();
    }

    /// <summary>Twice the size of a batch: while one is written the next one gathers.</summary>
    public static void AddConsumers(LineBuilder line) =>
        line.Consume<StoreArticleConsumer>(concurrency: 2 * ArticleIntake.MaxBatch, prefetch: 2 * ArticleIntake.MaxBatch);

    public static void MapStorage(this WebApplication app)
    {
        app.MapArticles();
        app.MapDelivery();
        app.MapFigures();
        app.MapSavedSearches().MapWebhooks();
        app.MapRules();
        app.MapRevisions();
        app.MapCopies();
        app.MapStories();
        app.MapRetention();
    }
}
