using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dateline.Hosting.Access;

/// <summary>Recognises callers by <c>Authorization: Bearer</c> or <c>X-API-Key</c>, or by the network they come from.</summary>
public sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    ApiKeyStore keys,
    TrustedNetworks networks,
    IOptions<AccessOptions> access) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "ApiKey";

    /// <summary>The type of the claim that callers with a stored key have: the hash of it, since names may repeat.</summary>
    public const string KeyClaim = "key";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (PresentedSecret() is not { } secret)
            return networks.Trusts(Context) ? Accept("local", Scopes.Admin) : AuthenticateResult.NoResult();

        if (IsServiceKey(secret))
            return Accept("service", Scopes.Admin);

        return await keys.FindAsync(secret, Context.RequestAborted) is { } key
            ? Accept(key.Name, key.Scope, new Claim(KeyClaim, key.Hash))
            : AuthenticateResult.Fail("The API key is not known or has expired. Create one with `dateline keys create`.");
    }

    private string? PresentedSecret()
    {
        if (Request.Headers["X-API-Key"].ToString() is { Length: > 0 } key)
            return key;
        const string bearer = "Bearer ";
        var authorization = Request.Headers.Authorization.ToString();
        return authorization.StartsWith(bearer, StringComparison.OrdinalIgnoreCase) ? authorization[bearer.Length..].Trim() : null;
    }

    private bool IsServiceKey(string secret) =>
        access.Value.ServiceKey is { Length: > 0 } expected
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(secret));

    private static AuthenticateResult Accept(string name, string scope, params ReadOnlySpan<Claim> more)
    {
        Claim[] claims = [.. Scopes.Included(scope).Select(included => new Claim("scope", included)), new Claim(ClaimTypes.Name, name), .. more];
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName)), SchemeName));
    }
}
