using System.Security.Claims;
using Dateline.Dashboard.Pages;
using Dateline.Hosting.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Dashboard.Access;

/// <summary>Exchanges an API key for a cookie, and gives the cookie back.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", (string? to) => Page(to, null)).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-in", SignInAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-out", SignOutAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<Results<LocalRedirect, RazorComponentPage>> SignInAsync(
        HttpContext context, ApiKeyStore keys, [FromForm] string? key, [FromForm] string? to)
    {
        var secret = key?.Trim();
        if (string.IsNullOrEmpty(secret))
            return Page(to, "Enter an API key.");
        if (await keys.FindAsync(secret, context.RequestAborted) is not { } known)
            return Page(to, "This key is not known or has expired.");

        var claims = Scopes.Included(known.Scope).Select(scope => new Claim("scope", scope))
            .Append(new Claim(ClaimTypes.Name, known.Name))
            .Append(new Claim(Caller.KeyClaim, secret));
        await context.SignInAsync(PageAccess.Cookie, new ClaimsPrincipal(new ClaimsIdentity(claims, PageAccess.Cookie)));
        return new LocalRedirect(to);
    }

    private static async Task<LocalRedirect> SignOutAsync(HttpContext context, [FromForm] string? to)
    {
        await context.SignOutAsync(PageAccess.Cookie);
        return new LocalRedirect(to);
    }

    private static RazorComponentPage Page(string? to, string? error) => new(to, error);

    /// <summary>Goes to a page of ours and nowhere else.</summary>
    private sealed class LocalRedirect(string? to) : IResult
    {
        public Task ExecuteAsync(HttpContext context) =>
            TypedResults.LocalRedirect(RedirectHttpResult.IsLocalUrl(to) ? to! : "/").ExecuteAsync(context);
    }

    /// <summary>The sign-in page: 200 when it was asked for, 401 when the key was wrong.</summary>
    private sealed class RazorComponentPage(string? to, string? error) : IResult
    {
        public Task ExecuteAsync(HttpContext context) => new RazorComponentResult<SignIn>(new { To = to, Error = error })
        {
            StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized,
        }.ExecuteAsync(context);
    }
}
