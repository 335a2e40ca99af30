using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Hosting.Problems;

/// <summary>Every error of the API is a problem document with the request's trace id.</summary>
public static class ProblemModule
{
    public static void AddProblems(this IHostApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            context.ProblemDetails.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
            context.ProblemDetails.Detail ??= WhatToDo(context.HttpContext.Response.StatusCode);
        });
        builder.Services.AddExceptionHandler<OutageHandler>();
        builder.Services.AddExceptionHandler<UnreadRequestHandler>();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/v1"),
            api => api.UseStatusCodePages());
    }

    private static string? WhatToDo(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Send an API key as `Authorization: Bearer KEY` or `X-API-Key: KEY`. Create one with `dateline keys create`.",
        StatusCodes.Status403Forbidden => "The key's scope does not cover this. Use a key with a wider one: read, ingest or admin.",
        StatusCodes.Status404NotFound => "There is nothing at this address. See /openapi/v1.json for those that exist.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take this method. See /openapi/v1.json.",
        StatusCodes.Status413PayloadTooLarge => "The body is larger than the limit. Send fewer or smaller files.",
        StatusCodes.Status415UnsupportedMediaType => "The Content-Type is not one this operation reads. See /openapi/v1.json.",
        StatusCodes.Status500InternalServerError => "The fault is ours. The trace id leads to what happened.",
        _ => null,
    };
}
