using Dateline.Dashboard.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Dashboard.Access;

/// <summary>
/// Headers that keep strangers' text, which the pages are full of, from doing anything: no script, frame, form or connection that is not
/// our own. Inline styles stay allowed because bars are placed by them and MudBlazor writes its theme that way.
/// </summary>
internal static class PageHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'; manifest-src 'self'";

    public static void UsePageHeaders(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsPage(context.Request.Path))
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        }

        // A page of another site may open a WebSocket to us: browsers do not ask first, they only say where it comes from.
        if (context.Request.Path.StartsWithSegments("/_blazor") && IsForeign(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false } && WantsPage(context.Request))
            await new RazorComponentResult<Missing> { StatusCode = StatusCodes.Status404NotFound }.ExecuteAsync(context);
    });

    private static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && IsPage(request.Path) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static bool IsPage(PathString path) =>
        !path.StartsWithSegments("/v1") && !path.StartsWithSegments("/reference") && !path.StartsWithSegments("/openapi");

    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
