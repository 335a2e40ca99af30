using Dateline.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Hosting.Access;

/// <summary>API keys with scopes; open only on loopback by default.</summary>
public static class AccessModule
{
    public static void AddAccess(this IHostApplicationBuilder builder)
    {
        builder.AddDatabase<AccessDb, SqliteAccessDb, PostgresAccessDb>(AccessDb.Schema);
        builder.Services.AddSingleton<ApiKeyStore>();
        builder.Services.AddSingleton<TrustedNetworks>();
        builder.Services.AddOptions<AccessOptions>().BindConfiguration("Access").ValidateDataAnnotations()
            .Validate(options => options.ServiceKey is null or { Length: >= 24 }, "Access:ServiceKey needs at least 24 characters: make one with `openssl rand -hex 32`.")
            .ValidateOnStart();

        builder.AddRateLimits();
        builder.Services.AddAuthentication(ApiKeyAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        var authorization = builder.Services.AddAuthorizationBuilder();
        foreach (var scope in Scopes.All)
            authorization.AddPolicy(scope, policy => policy.RequireClaim("scope", scope));
    }
}
