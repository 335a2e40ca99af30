using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Dateline.Hosting.Access;

/// <summary>Decides whether a request comes from where no key is asked for.</summary>
public sealed class TrustedNetworks(IOptions<AccessOptions> options)
{
    private static readonly string[] Loopback = ["127.0.0.0/8", "::1/128"];

    private readonly IPNetwork[] networks = [.. (options.Value.TrustedNetworks ?? Loopback).Select(IPNetwork.Parse)];

    /// <summary>
    /// An address alone does not prove who asks: a web page in a local browser may send requests too (told by Sec-Fetch-Site),
    /// a rebound name points at loopback (told by Host), and a proxy on the machine speaks for strangers (told by its headers).
    /// </summary>
    public bool Trusts(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && Contains(address)
        && IsLocalName(context.Request.Host.Host)
        && context.Request.Headers["Sec-Fetch-Site"] is not ["cross-site"]
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("Forwarded");

    private bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return networks.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out _)
        || !host.Contains('.'); // a service's name inside a compose or cluster network
}
