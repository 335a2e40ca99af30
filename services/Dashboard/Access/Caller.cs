using System.Security.Claims;
using Dateline.Hosting.Access;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace Dateline.Dashboard.Access;

/// <summary>
/// Who looks at the page, and with which key the services are asked for them: their own when they signed in with one, so that a
/// page never may more than the key; the services' shared key for those who need none.
/// </summary>
public sealed class Caller(AuthenticationStateProvider state, IOptions<AccessOptions> access)
{
    /// <summary>The claim that holds the key someone signed in with. It exists inside the encrypted cookie only.</summary>
    internal const string KeyClaim = "key";

    public async Task<string?> KeyAsync()
    {
        var user = await UserAsync();
        if (user.FindFirst(KeyClaim)?.Value is { } own)
            return own;
        return user.HasClaim("scope", Scopes.Admin) ? access.Value.ServiceKey : null;
    }

    public async Task<bool> MayAsync(string scope) => (await UserAsync()).HasClaim("scope", scope);

    private async Task<ClaimsPrincipal> UserAsync() => (await state.GetAuthenticationStateAsync()).User;
}
