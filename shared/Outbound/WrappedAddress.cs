using System.Net;

namespace Dateline.Outbound;

/// <summary>Finds the IPv4 addresses that an IPv6 address carries: where a translator or tunnel would really send the packets.</summary>
internal static class WrappedAddress
{
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");

    public static IReadOnlyList<IPAddress> Decode(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (Nat64.Contains(address))
            return [new(bytes.AsSpan(12, 4))];

        if (SixToFour.Contains(address))
            return [new(bytes.AsSpan(2, 4))];

        // Teredo names its server plainly and its client with every bit inverted (RFC 4380 §4).
        if (Teredo.Contains(address))
            return [new(bytes.AsSpan(4, 4)), new([.. bytes[12..].Select(part => (byte)~part)])];

        // ISATAP puts 0000:5efe or 0200:5efe before the address, under any prefix (RFC 5214 §6.1).
        if (bytes[8] is 0 or 2 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == 0xfe)
            return [new(bytes.AsSpan(12, 4))];

        return [];
    }
}
