using System.Net;

namespace Dateline.Outbound;

/// <summary>Decides from the address alone, before any name is resolved, whether it may be asked at all.</summary>
public sealed class UrlGuard(OutboundRules rules)
{
    // They resolve to link-local addresses anyway; naming them keeps a lying resolver from opening them.
    private static readonly string[] MetadataNames =
        ["metadata.google.internal", "metadata.goog", "instance-data", "instance-data.ec2.internal"];

    private readonly AddressGuard _addresses = new(rules.AllowedNetworks);

    /// <exception cref="OutboundException">It may not.</exception>
    public void Check(Uri url)
    {
        if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https"))
            throw Invalid("Only http and https addresses can be asked.");

        if (url.UserInfo.Length > 0)
            throw Invalid("The address contains a user name or password. Leave them out: sources have headers for credentials, and webhooks are signed.");

        if (rules.Ports?.Contains(url.Port) == false)
            throw Invalid($"Port {url.Port} is not open to requests. Add it to {rules.Section}:ExtraPorts if it is meant.");

        CheckHost(url);
    }

    public static string HostOf(Uri url) => url.IdnHost.Trim('[', ']').TrimEnd('.').ToLowerInvariant();

    internal static OutboundException Inner(string host, OutboundRules rules) =>
        new(OutboundRefusal.InnerAddress, $"'{host}' is not on the public internet. Add its network to {rules.Section}:AllowedNetworks if it is meant.");

    private void CheckHost(Uri url)
    {
        var host = HostOf(url);
        if (host.Length is 0 or > 253 || url.Host.Contains('%'))
            throw Invalid("The address has no valid host.");

        if (IPAddress.TryParse(host, out var address))
        {
            if (!_addresses.Allows(address))
                throw Inner(url.Host, rules);
        }
        else if (LooksNumeric(host))
        {
            throw Invalid("The host is a number, but no internet address.");
        }
        else if (MetadataNames.Contains(host) && !rules.Pins.ContainsKey(host))
        {
            throw Inner(host, rules);
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

    private static OutboundException Invalid(string message) => new(OutboundRefusal.InvalidUrl, message);
}
