using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dateline.Hosting.Access;

/// <summary>
/// Keeps one caller from taking the API away from the others: a budget for every key, and a small one for every address that
/// presents none or a wrong one. The machine itself and the services of the installation have none.
/// </summary>
internal static class RateLimits
{
    /// <summary>Refills are counted in steps of this: finer ones cost more than they give.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    public static void AddRateLimits(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(BudgetOf);
            options.OnRejected = RefuseAsync;
        });
    }

    /// <summary>After authentication, which names the caller, and before authorization, so that guessing keys is limited too.</summary>
    public static void UseRateLimits(this WebApplication app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/v1"), api => api.UseRateLimiter());

    private static RateLimitPartition<string> BudgetOf(HttpContext context)
    {
        var limits = context.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value;
        if (context.User.Identity is not { IsAuthenticated: true } caller)
            return Budget($"address {Network(context.Connection.RemoteIpAddress)}", limits.StrangersPerMinute, limits.StrangersPerMinute);
        return context.User.FindFirst(ApiKeyAuthentication.KeyClaim) is { } key
            ? Budget($"key {key.Value}", limits.RequestsPerMinute, limits.RequestBurst)
            : RateLimitPartition.GetNoLimiter(caller.Name ?? "");
    }

    private static RateLimitPartition<string> Budget(string caller, int perMinute, int burst) =>
        RateLimitPartition.GetTokenBucketLimiter(caller, _ =>
        {
            var tokens = Math.Max(1, (int)(perMinute * (Step / TimeSpan.FromMinutes(1))));
            return new TokenBucketRateLimiterOptions
            {
                TokenLimit = burst,
                TokensPerPeriod = tokens,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1) * tokens / perMinute,
            };
        });

    /// <summary>An IPv6 customer has 2^64 addresses; they are one caller.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null || address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
            return address?.MapToIPv4().ToString() ?? "";
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }

    private static async ValueTask RefuseAsync(OnRejectedContext refused, CancellationToken cancellationToken)
    {
        var context = refused.HttpContext;
        var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails =
            {
                Status = StatusCodes.Status429TooManyRequests,
                Title = "Too many requests",
                Detail = $"Nothing was done. Try again in {wait} s; the budget is set by Access:RequestsPerMinute and Access:RequestBurst.",
            },
        });
    }
}
