using System.Net;

namespace Dateline.Fetcher.Http;

/// <summary>Decides from the address alone, before any name is resolved, whether it may be fetched at all.</summary>
internal sealed class UrlGuard(FetcherHttpOptions options, AddressGuard addresses)
{
    // They resolve to link-local addresses anyway; naming them keeps a lying resolver from opening them.
    private static readonly string[] MetadataNames =
        ["metadata.google.internal", "metadata.goog", "instance-data", "instance-data.ec2.internal"];

    private readonly HashSet<int> _ports = [80, 443, 8080, 8443, .. options.ExtraPorts];

    /// <exception cref="FetchException">It may not.</exception>
    public void Check(Uri url)
    {
        if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https"))
            throw Invalid("Only http and https addresses can be fetched.");

        if (url.UserInfo.Length > 0)
            throw Invalid("The address contains a user name or password. Give credentials as headers of the source instead.");

        if (!_ports.Contains(url.Port))
            throw Invalid($"Port {url.Port} is not open to fetches. Add it to Fetcher:Http:ExtraPorts if it is meant.");

        CheckHost(url);
    }

    public static string HostOf(Uri url) => url.IdnHost.Trim('[', ']').TrimEnd('.').ToLowerInvariant();

    private void CheckHost(Uri url)
    {
        var host = HostOf(url);
        if (host.Length is 0 or > 253 || url.Host.Contains('%'))
            throw Invalid("The address has no valid host.");

        if (IPAddress.TryParse(host, out var address))
        {
            if (!addresses.Allows(address))
                throw GuardedConnector.Refused(url.Host);
        }
        else if (LooksNumeric(host))
        {
            throw Invalid("The host is a number, but no internet address.");
        }
        else if (MetadataNames.Contains(host) && !options.Pins.ContainsKey(host))
        {
            throw GuardedConnector.Refused(host);
        }
    }

    // WHATWG URL §3.5: a host that ends in a number is an IPv4 address or invalid, never a name.
    private static bool LooksNumeric(string host)
    {
        var last = host[(host.LastIndexOf('.') + 1)..];
        return last.Length > 0
            && (last.All(char.IsAsciiDigit)
                || last.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && last[2..].All(char.IsAsciiHexDigit));
    }

    private static FetchException Invalid(string message) => new(FetchFailureKind.InvalidUrl, message);
}
