using Dateline.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Dateline.Content;

/// <summary>Gives a module access to raw content.</summary>
public static class ContentModule
{
    public static void AddContent(this IHostApplicationBuilder builder)
    {
        if (builder.Services.Any(service => service.ServiceType == typeof(ContentStore)))
            return; // several roles in one process ask for it

        builder.AddSchema<ContentDb, ContentDb, ContentDb>(ContentTable.Schema);
        builder.Services.TryAddSingleton<ContentStore>();
    }
}
