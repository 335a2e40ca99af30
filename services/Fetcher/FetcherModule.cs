using Dateline.Content;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Feeds;
using Dateline.Fetcher.Files;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Http;
using Dateline.Fetcher.Inbox;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Quarantine;
using Dateline.Fetcher.Sources;
using Dateline.Fetcher.Uploads;
using Dateline.Hosting.Documentation;
using Dateline.Hosting.Health;
using Dateline.Messaging;
using Dateline.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher;

/// <summary>Everything that comes in, and what became of it.</summary>
public static class FetcherModule
{
    public static void AddFetcher(this IHostApplicationBuilder builder)
    {
        builder.AddContent();
        builder.AddDatabase<IntakeDb, SqliteIntakeDb, PostgresIntakeDb>(IntakeDb.Schema);
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth<IntakeDb>>("intake-database");
        builder.Services.AddSingleton(ApiExamples.From(typeof(FetcherModule).Assembly, "examples.json"));
        AddLedger(builder.Services);
        AddSources(builder.Services);
        AddDoors(builder.Services);
    }

    public static void AddConsumers(LineBuilder line)
    {
        line.Consume<SettleDocumentConsumer>(concurrency: 200, prefetch: 200);
        line.Consume<ForgetDocumentConsumer>(concurrency: 4);
        line.Consume<QuarantineFaultConsumer>(concurrency: 16);
    }

    public static void MapFetcher(this WebApplication app)
    {
        app.MapUploads();
        app.MapDocuments();
        app.MapFrontier();
        app.MapSources();
        app.MapHubs();
        app.MapQuarantine();
    }

    private static void AddLedger(IServiceCollection services)
    {
        AddOptions<LedgerOptions>(services, "Fetcher:Ledger");
        services.AddSingleton<DispatchSignal>();
        services.AddSingleton<Admission>();
        services.AddHostedService(provider => provider.GetRequiredService<Admission>());
        services.AddSingleton<Intake>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<LedgerSettlement>();
        services.AddSingleton<LedgerQueries>();
        services.AddSingleton<Replay>();
        services.AddSingleton<Oblivion>();
        services.AddSingleton<QuarantineWard>();
        services.AddHostedService<Dispatcher>();
    }

    private static void AddSources(IServiceCollection services)
    {
        AddOptions<FetcherHttpOptions>(services, "Fetcher:Http");
        AddOptions<PolitenessOptions>(services, "Fetcher:Politeness");
        services.AddSingleton(provider => new GuardedClient(
            provider.GetRequiredService<IOptions<FetcherHttpOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        AddOptions<FeedOptions>(services, "Fetcher:Feeds");
        services.AddSingleton(provider => new FeedReader(provider.GetRequiredService<IOptions<FeedOptions>>().Value));
        services.AddSingleton<FrontierSignal>();
        services.AddSingleton<FrontierQueue>();
        services.AddSingleton<FrontierQueries>();
        services.AddSingleton<HostQueries>();
        services.AddSingleton<PageMoves>();
        services.AddSingleton<SourceRegistry>();
        services.AddSingleton<SourceQueries>();
        services.AddSingleton<HostTurns>();
        services.AddSingleton<PromptFetch>();
        services.AddSingleton<SiteExplorer>();
        services.AddSingleton<SourceDoor>();
        services.AddSingleton<EntryIntake>();
        services.AddSingleton<RobotsGate>();
        services.AddSingleton<PageVisit>();
        AddOptions<SourceOptions>(services, "Fetcher:Sources");
        services.AddSingleton<PollRecord>();
        services.AddSingleton<SourceDetour>();
        services.AddSingleton<HubSubscription>();
        services.AddSingleton<HubDelivery>();
        services.AddSingleton<SourcePoll>();
        services.AddSingleton<FeedSearchTurn>();
        services.AddSingleton<TargetVisit>();
        services.AddHostedService<FrontierLoop>();
    }

    private static void AddDoors(IServiceCollection services)
    {
        AddOptions<UploadOptions>(services, "Fetcher:Uploads");
        AddOptions<InboxOptions>(services, "Fetcher:Inbox");
        AddOptions<UnpackingOptions>(services, "Fetcher:Files");
        services.AddSingleton(provider => new FileSplitter(provider.GetRequiredService<IOptions<UnpackingOptions>>().Value));
        services.AddSingleton<FeedIntake>();
        services.AddSingleton<FileIntake>();
        services.AddSingleton<UploadReader>();
        services.AddSingleton<UploadUnpacker>();
        services.AddSingleton<AddressIntake>();
        services.AddHostedService<InboxWatcher>();
        services.AddHostedService<ReceiptSettler>();
    }

    private static void AddOptions<T>(IServiceCollection services, string section) where T : class =>
        services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
}
