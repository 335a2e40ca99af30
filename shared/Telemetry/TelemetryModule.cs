using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Dateline.Telemetry;

/// <summary>
/// Traces, metrics and logs of a process. Exported by OTLP only when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; <c>/metrics</c> is
/// there always. Trace ids exist without any exporter: they are on articles, in the ledger and in the logs.
/// </summary>
public static class TelemetryModule
{
    public static void AddLineTelemetry(this IHostApplicationBuilder builder, string serviceName)
    {
        builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);

        var export = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService(
            serviceName, serviceNamespace: "dateline", serviceInstanceId: Worker.Name));

        telemetry.WithMetrics(metrics => Export(metrics
            .AddMeter(ActivitySources.All, "MassTransit", "Npgsql", "System.Net.Http")
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddPrometheusExporter(), export));

        // Off only to measure what tracing costs.
        if (builder.Configuration.GetValue("Telemetry:Tracing", true))
            telemetry.WithTracing(tracing => Export(tracing
                .SetSampler(new ParentBasedSampler(new RootSpanSampler()))
                .AddSource(ActivitySources.All, "MassTransit")
                .AddAspNetCoreInstrumentation(options =>
                {
                    options.Filter = context => IsUsersRequest(context.Request.Path);
                    options.EnrichWithHttpRequest = (activity, _) => SecretAddress.Hide(activity, "url.path");
                })
                .AddHttpClientInstrumentation(options => options.EnrichWithHttpRequestMessage = (activity, _) => SecretAddress.Hide(activity, "url.full"))
                .AddNpgsql(), export));

        if (export)
            builder.Logging.AddOpenTelemetry(options =>
            {
                options.IncludeScopes = true;
                options.AddOtlpExporter();
            });
    }

    public static void MapLineTelemetry(this WebApplication app) => app.MapPrometheusScrapingEndpoint("/metrics");

    private static bool IsUsersRequest(Microsoft.AspNetCore.Http.PathString path) =>
        !path.StartsWithSegments("/health") && !path.StartsWithSegments("/metrics") && !path.StartsWithSegments("/_blazor");

    private static MeterProviderBuilder Export(MeterProviderBuilder metrics, bool export) =>
        export ? metrics.AddOtlpExporter() : metrics;

    private static TracerProviderBuilder Export(TracerProviderBuilder tracing, bool export) =>
        export ? tracing.AddOtlpExporter() : tracing;
}
