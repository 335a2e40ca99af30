using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Dateline.Dashboard.Clients;

/// <summary>Where the services are: as configured, else in this very process.</summary>
public sealed class ServiceAddresses(IOptions<DashboardOptions> options, IServer server)
{
    public Uri Of(Service service) => (service == Service.Fetcher ? options.Value.Fetcher : options.Value.Storage) ?? Own();

    /// <summary>An address to speak with, for one to listen at: any-address and wildcard hosts are reached over loopback.</summary>
    public static Uri Reachable(string listening)
    {
        var address = listening
            .Replace("://+", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://*", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://[::]", "://[::1]", StringComparison.Ordinal);
        return new Uri(address.EndsWith('/') ? address : address + "/");
    }

    private Uri Own()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var best = addresses.OrderByDescending(address => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)).FirstOrDefault();
        return best is null
            ? throw new InvalidOperationException("The server does not listen yet: set Dashboard:Fetcher and Dashboard:Storage to the services' addresses.")
            : Reachable(best);
    }
}
