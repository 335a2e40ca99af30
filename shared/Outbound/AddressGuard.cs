using System.Net;
using System.Net.Sockets;

namespace Dateline.Outbound;

/// <summary>Decides whether an address may be connected to: public ones, and those of the allowed networks.</summary>
public sealed class AddressGuard
{
    private readonly IPNetwork[] _allowed;

    /// <exception cref="ArgumentException">A network is not in CIDR notation.</exception>
    public AddressGuard(IEnumerable<string> allowedNetworks) =>
        _allowed = [.. allowedNetworks.Select(ParseNetwork)];

    public bool Allows(IPAddress address)
    {
        // A scope id selects an interface of this machine: nothing public needs one.
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId != 0)
            return false;

        // The socket treats a mapped address as the IPv4 address it wraps, so the decision must, too.
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();

        return _allowed.Any(network => Contains(network, address)) || IsPublic(address);
    }

    /// <summary>Globally reachable unicast, judged by every IPv4 address that an IPv6 address wraps.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();

        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !AddressTable.RefusedIPv4.Any(network => network.Contains(address));

        var wrapped = WrappedAddress.Decode(address);
        if (wrapped.Any(inner => !IsPublic(inner)))
            return false;

        return wrapped.Count > 0 && AddressTable.Transition.Any(network => network.Contains(address))
            || AddressTable.GlobalUnicast.Contains(address) && !AddressTable.RefusedIPv6.Any(network => network.Contains(address));
    }

    private static bool Contains(IPNetwork network, IPAddress address) =>
        network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address);

    private static IPNetwork ParseNetwork(string text) =>
        IPNetwork.TryParse(text, out var network) && network.BaseAddress.Equals(IPAddress.Parse(text[..text.IndexOf('/')]))
            ? network
            : throw new ArgumentException(
                $"'{text}' in AllowedNetworks is no network. Write it as address/prefix with the host bits zero, such as 10.20.0.0/16.");
}
