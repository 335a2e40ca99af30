using Dateline.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Enricher;

/// <summary>What articles are about.</summary>
public static class EnricherModule
{
    public static void AddEnricher(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<ArticleEnricher>();

    /// <summary>Enriching is bound by the processor.</summary>
    public static void AddConsumers(LineBuilder line) => line.Consume<EnrichArticleConsumer>(concurrency: Environment.ProcessorCount + 1, prefetch: 32);
}
