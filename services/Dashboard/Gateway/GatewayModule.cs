using System.Net.Http.Headers;
using Dateline.Hosting.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;

namespace Dateline.Dashboard.Gateway;

/// <summary>
/// One address for the services behind it. Callers are authenticated here before anything is passed on; what they may is decided by the
/// service, from the caller's own key.
/// </summary>
internal static class GatewayModule
{
    private static readonly string[] FetcherPaths = ["documents", "why", "pipeline", "quarantine", "sources", "targets", "hosts", "replays"];

    /// <summary>Where hubs call. They have no key: the fetcher believes their signatures.</summary>
    private static readonly string[] HubPaths = ["websub"];

    private static readonly string[] StoragePaths =
        ["articles", "stories", "facets", "timeline", "entities", "export", "changes", "stream", "searches", "rules", "retention", "removals"];

    /// <summary>Where feed readers ask. They have no key: the address itself is the permission, and the service behind checks it.</summary>
    private static readonly string[] FeedPaths = ["feeds"];

    /// <summary>The proxy's name for "no policy".</summary>
    private const string Anonymous = "anonymous";

    /// <summary>A long export or a quiet event stream is no broken connection.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(15);

    public static void AddGateway(this IHostApplicationBuilder builder, DashboardOptions options)
    {
        var routes = Routes("fetcher", options.Fetcher, FetcherPaths, Scopes.Read)
            .Concat(Routes("fetcher", options.Fetcher, HubPaths, Anonymous))
            .Concat(Routes("storage", options.Storage, StoragePaths, Scopes.Read))
            .Concat(Routes("storage", options.Storage, FeedPaths, Anonymous));
        var clusters = Clusters("fetcher", options.Fetcher).Concat(Clusters("storage", options.Storage));
        builder.Services.AddReverseProxy()
            .LoadFromMemory([.. routes], [.. clusters])
            .AddTransforms(context =>
            {
                // The callee decides by key. A chain of addresses would only make it doubt the gateway.
                context.UseDefaultForwarders = false;
                context.AddRequestTransform(Identify);
            });
        builder.Services.AddSingleton<GatewayDescription>();
    }

    public static void MapGateway(this WebApplication app)
    {
        app.MapReverseProxy();
        app.MapGet("/openapi/v1.json", (GatewayDescription description, CancellationToken cancellationToken) => description.WriteAsync(cancellationToken))
            .ExcludeFromDescription();
    }

    private static IEnumerable<RouteConfig> Routes(string service, Uri? address, string[] paths, string policy) => address is null
        ? []
        : paths.Select(path => new RouteConfig
        {
            RouteId = $"{service}-{path}",
            ClusterId = service,
            Match = new RouteMatch { Path = $"/v1/{path}/{{**rest}}" },
            AuthorizationPolicy = policy,
            MaxRequestBodySize = -1, // the service behind knows its limits
        });

    private static IEnumerable<ClusterConfig> Clusters(string service, Uri? address) => address is null
        ? []
        :
        [
            new ClusterConfig
            {
                ClusterId = service,
                Destinations = new Dictionary<string, DestinationConfig> { [service] = new() { Address = address.ToString() } },
                HttpRequest = new ForwarderRequestConfig { ActivityTimeout = Quiet },
            },
        ];

    private static ValueTask Identify(RequestTransformContext context)
    {
        var headers = context.ProxyRequest.Headers;
        foreach (var name in (ReadOnlySpan<string>)["Cookie", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto"])
            headers.Remove(name);

        var request = context.HttpContext.Request;
        var services = context.HttpContext.RequestServices;
        if (!request.Headers.ContainsKey("X-API-Key")
            && !request.Headers.ContainsKey("Authorization")
            && context.HttpContext.GetReverseProxyFeature().Route.Config.AuthorizationPolicy != Anonymous
            && services.GetRequiredService<IOptions<AccessOptions>>().Value.ServiceKey is { } key)
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return ValueTask.CompletedTask;
    }
}
