using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Hosting.Access;
using Dateline.Hosting.Documentation;
using Dateline.Hosting.Health;
using Dateline.Hosting.Problems;
using Dateline.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Hosting;

/// <summary>What every process of Dateline has, whatever its roles.</summary>
public static class ServiceDefaults
{
    public static void AddServiceDefaults(this IHostApplicationBuilder builder, string serviceName)
    {
        builder.AddLineTelemetry(serviceName);
        builder.AddProblems();
        builder.AddAccess();
        builder.AddApiDocumentation();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth<AccessDb>>("access-database");
        builder.Services.AddHostedService<ShutdownDeadline>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownDeadline.Graceful);
        builder.Services.Configure<JsonOptions>(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        });
    }

    public static void UseServiceDefaults(this WebApplication app)
    {
        app.UseProblems();
        app.UseAuthentication();
        app.UseRateLimits();
        app.UseAuthorization();
        app.MapHealth();
        app.MapLineTelemetry();
        app.MapApiDocumentation();
    }
}
