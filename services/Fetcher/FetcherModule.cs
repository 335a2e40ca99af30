using Dateline.Content;
using Dateline.Fetcher.Data;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Quarantine;
using Dateline.Fetcher.Uploads;
using Dateline.Hosting.Health;
using Dateline.Messaging;
using Dateline.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Fetcher;

/// <summary>Everything that comes in, and what became of it.</summary>
public static class FetcherModule
{
    public static void AddFetcher(this IHostApplicationBuilder builder)
    {
        builder.AddContent();
        builder.AddDatabase<IntakeDb, SqliteIntakeDb, PostgresIntakeDb>(IntakeDb.Schema);
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth<IntakeDb>>("intake-database");
        AddLedger(builder);
        AddUploads(builder);
    }

    public static void AddConsumers(LineBuilder line)
    {
        line.Consume<SettleDocumentConsumer>(concurrency: 200, prefetch: 200);
        line.Consume<QuarantineFaultConsumer>(concurrency: 16);
    }

    public static void MapFetcher(this WebApplication app)
    {
        app.MapDocuments();
        app.MapQuarantine();
        app.MapUploads();
    }

    private static void AddLedger(IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<LedgerOptions>().BindConfiguration("Fetcher:Ledger").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<DispatchSignal>();
        builder.Services.AddSingleton<Admission>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Admission>());
        builder.Services.AddSingleton<Intake>();
        builder.Services.AddSingleton<Outbox>();
        builder.Services.AddSingleton<LedgerSettlement>();
        builder.Services.AddSingleton<LedgerQueries>();
        builder.Services.AddSingleton<Replay>();
        builder.Services.AddSingleton<QuarantineWard>();
        builder.Services.AddHostedService<Dispatcher>();
    }

    private static void AddUploads(IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<UploadOptions>().BindConfiguration("Fetcher:Uploads").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<UploadReader>();
    }
}
