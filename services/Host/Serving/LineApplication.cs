using Dateline.Dashboard;
using Dateline.Enricher;
using Dateline.Fetcher;
using Dateline.Hosting;
using Dateline.Messaging;
using Dateline.Parser;
using Dateline.Storage;

namespace Dateline.Host.Serving;

/// <summary>Puts the modules of a process's roles together.</summary>
public static class LineApplication
{
    /// <param name="settings">What the command decided, over the configuration files and the environment.</param>
    public static WebApplication Build(Roles roles, IReadOnlyDictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(LineApplication).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory, // settings and samples are beside the executable, wherever it is started from
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        builder.AddServiceDefaults(roles.ServiceName);
        if (roles.Has(Role.Fetcher))
            builder.AddFetcher();
        if (roles.Has(Role.Parser))
            builder.AddParser();
        if (roles.Has(Role.Enricher))
            builder.AddEnricher();
        if (roles.Has(Role.Storage))
            builder.AddStorage();
        if (roles.Has(Role.Dashboard))
            builder.AddDashboard();
        builder.AddMessaging(line => AddConsumers(roles, line));

        var app = builder.Build();
        app.UseServiceDefaults();
        if (roles.Has(Role.Fetcher))
            app.MapFetcher();
        if (roles.Has(Role.Storage))
            app.MapStorage();
        if (roles.Has(Role.Dashboard))
            app.MapDashboard();
        return app;
    }

    private static void AddConsumers(Roles roles, LineBuilder line)
    {
        if (roles.Has(Role.Fetcher))
            FetcherModule.AddConsumers(line);
        if (roles.Has(Role.Parser))
            ParserModule.AddConsumers(line);
        if (roles.Has(Role.Enricher))
            EnricherModule.AddConsumers(line);
        if (roles.Has(Role.Storage))
            StorageModule.AddConsumers(line);
    }
}
