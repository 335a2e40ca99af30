using Dateline.Content;
using Dateline.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dateline.Parser;

/// <summary>Bytes to articles.</summary>
public static class ParserModule
{
    public static void AddParser(this IHostApplicationBuilder builder)
    {
        builder.AddContent();
        builder.Services.AddOptions<ParserOptions>().BindConfiguration(ParserOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(services => new DocumentParser(services.GetRequiredService<IOptions<ParserOptions>>().Value, services.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Parsing is bound by the processor: more at once than there are cores would only hold more pages in memory.</summary>
    public static void AddConsumers(LineBuilder line) => line.Consume<ParseDocumentConsumer>(concurrency: Environment.ProcessorCount + 1, prefetch: 32);
}
