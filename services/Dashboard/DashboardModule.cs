using System.Security.Cryptography;
using Dateline.Dashboard.Access;
using Dateline.Dashboard.Clients;
using Dateline.Dashboard.Components;
using Dateline.Dashboard.Gateway;
using Dateline.Dashboard.Sources;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MudBlazor;
using MudBlazor.Services;

namespace Dateline.Dashboard;

/// <summary>The web pages; with the other services elsewhere also the gateway to them.</summary>
public static class DashboardModule
{
    /// <summary>
    /// A page's data goes to the browser with the page and comes back when it becomes interactive, so that it is asked for once. The
    /// default of 32 kB is less than a list of documents.
    /// </summary>
    private const int MaxStateBytes = 4 << 20;

    public static void AddDashboard(this IHostApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Dashboard").Get<DashboardOptions>() ?? new DashboardOptions();
        if (IsAlone(options))
            ShareKey(builder.Configuration);
        else
            builder.AddGateway(options);

        builder.Services.AddOptions<DashboardOptions>().BindConfiguration("Dashboard")
            .Validate(o => IsWebAddress(o.Fetcher) && IsWebAddress(o.Storage), "Dashboard:Fetcher and Dashboard:Storage are addresses such as http://fetcher:8080.")
            .Validate(o => o.Refresh >= TimeSpan.FromMilliseconds(250), "Dashboard:Refresh is at least 00:00:00.250.")
            .ValidateOnStart();
        builder.AddPageAccess(Path.Combine(builder.Configuration["DataFolder"] is { Length: > 0 } folder ? folder : "data", "keys"));
        AddClients(builder.Services);

        builder.Services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = MaxStateBytes);
        builder.Services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            mud.SnackbarConfiguration.PreventDuplicates = true;
        });
        builder.Services.AddScoped<Ticker>();
    }

    public static void MapDashboard(this WebApplication app)
    {
        app.UsePageHeaders();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapSignIn();
        app.MapSubscriptionDownload();
        app.MapRazorComponents<App>()
            .WithStaticAssets()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null) // PageHeaders says more
            .RequireAuthorization(PageAccess.Policy);
        if (app.Services.GetService<GatewayDescription>() is not null)
            app.MapGateway();
    }

    private static void AddClients(IServiceCollection services)
    {
        services.AddSingleton<ServiceAddresses>();
        services.AddHttpClient<RestConnection>(http => http.Timeout = TimeSpan.FromSeconds(30));
        services.AddTransient<FetcherClient>();
        services.AddTransient<StorageClient>();
        services.AddTransient<StoryClient>();
        services.AddTransient<SavedSearchClient>();
        services.AddTransient<RuleClient>();
        services.AddTransient<RetentionClient>();
    }

    private static bool IsAlone(DashboardOptions options) => options.Fetcher is null && options.Storage is null;

    private static bool IsWebAddress(Uri? address) => address is null or { IsAbsoluteUri: true, Scheme: "http" or "https" };

    /// <summary>With all services in this process the pages still speak REST with them: by a key that nobody else can know.</summary>
    private static void ShareKey(IConfigurationManager configuration)
    {
        if (string.IsNullOrEmpty(configuration["Access:ServiceKey"]))
            configuration.AddInMemoryCollection([new("Access:ServiceKey", RandomNumberGenerator.GetHexString(64, lowercase: true))]);
    }
}
