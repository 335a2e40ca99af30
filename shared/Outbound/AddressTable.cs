using System.Net;

namespace Dateline.Outbound;

/// <summary>The address ranges that are not the public internet, after the IANA special-purpose registries.</summary>
internal static class AddressTable
{
    public static readonly IPNetwork[] RefusedIPv4 = Parse(
        "0.0.0.0/8", // "this network"; Linux connects 0.0.0.0 to loopback
        "10.0.0.0/8", // private
        "100.64.0.0/10", // carrier NAT; Alibaba's metadata at 100.100.100.200
        "127.0.0.0/8", // loopback
        "168.63.129.16/32", // Azure's host agent, in public space
        "169.254.0.0/16", // link-local; metadata at 169.254.169.254
        "172.16.0.0/12", // private
        "192.0.0.0/24", // IETF protocols; Oracle's metadata at 192.0.0.192
        "192.0.2.0/24", // documentation
        "192.88.99.0/24", // 6to4 relays
        "192.168.0.0/16", // private
        "198.18.0.0/15", // benchmarks
        "198.51.100.0/24", // documentation
        "203.0.113.0/24", // documentation
        "224.0.0.0/4", // multicast
        "240.0.0.0/4"); // reserved and broadcast

    /// <summary>All of today's public IPv6; loopback, ULA, link- and site-local, multicast and IPv4-compatible lie outside.</summary>
    public static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    public static readonly IPNetwork[] RefusedIPv6 = Parse(
        "2001::/23", // IETF protocols: benchmarks, ORCHID
        "2001:db8::/32", // documentation
        "3ffe::/16", // the former 6bone
        "3fff::/20"); // documentation

    /// <summary>Ranges that are as public as the IPv4 address inside: NAT64, Teredo, 6to4.</summary>
    public static readonly IPNetwork[] Transition = Parse("64:ff9b::/96", "2001::/32", "2002::/16");

    private static IPNetwork[] Parse(params string[] networks) => [.. networks.Select(network => IPNetwork.Parse(network))];
}
