using Dateline.Hosting.Access;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Dashboard.Access;

/// <summary>Protects the pages like the API: who comes from a trusted network or has signed in with an API key may look.</summary>
internal static class PageAccess
{
    /// <summary>The authorization policy of every page.</summary>
    public const string Policy = "pages";

    /// <summary>The scheme of the cookie that a browser gets for an API key.</summary>
    public const string Cookie = "dashboard";

    public static void AddPageAccess(this IHostApplicationBuilder builder, string keysFolder)
    {
        var services = builder.Services;
        services.AddAuthentication().AddCookie(Cookie, options =>
        {
            options.Cookie.Name = "dateline";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromDays(7);
            options.LoginPath = "/sign-in";
            options.LogoutPath = "/sign-out";
            options.AccessDeniedPath = "/sign-in";
            options.ReturnUrlParameter = "to";
        });

        // The order matters: the last scheme answers the challenge, and a browser wants the sign-in page, not a bare 401.
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy
            .AddAuthenticationSchemes(ApiKeyAuthentication.SchemeName, Cookie)
            .RequireClaim("scope", Scopes.Read));

        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "dateline-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.FormFieldName = "form";
        });
        services.AddCookieKeys(keysFolder);
        services.AddCascadingAuthenticationState();
        services.AddScoped<Caller>();
    }
}
