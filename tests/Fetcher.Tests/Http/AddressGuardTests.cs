using System.Net;
using Dateline.Fetcher.Http;

namespace Dateline.Fetcher.Tests.Http;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("0.0.0.0", "0.255.255.255")]
    [InlineData("10.0.0.0", "10.255.255.255")]
    [InlineData("100.64.0.0", "100.127.255.255")]
    [InlineData("127.0.0.0", "127.255.255.255")]
    [InlineData("168.63.129.16", "168.63.129.16")]
    [InlineData("169.254.0.0", "169.254.255.255")]
    [InlineData("172.16.0.0", "172.31.255.255")]
    [InlineData("192.0.0.0", "192.0.0.255")]
    [InlineData("192.0.2.0", "192.0.2.255")]
    [InlineData("192.88.99.0", "192.88.99.255")]
    [InlineData("192.168.0.0", "192.168.255.255")]
    [InlineData("198.18.0.0", "198.19.255.255")]
    [InlineData("198.51.100.0", "198.51.100.255")]
    [InlineData("203.0.113.0", "203.0.113.255")]
    [InlineData("224.0.0.0", "239.255.255.255")]
    [InlineData("240.0.0.0", "255.255.255.255")]
    [InlineData("::", "::ffff")]
    [InlineData("::1", "::127.0.0.1")]
    [InlineData("::8.8.8.8", "0:0:0:0:ffff:0:808:808")]
    [InlineData("100::", "100::ffff:ffff:ffff:ffff")]
    [InlineData("64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2001:2::", "2001:2:0:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2001:10::", "2001:2f:ffff::")]
    [InlineData("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("3ffe::", "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("4000::", "fbff:ffff::")]
    [InlineData("fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("fe80::", "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("fec0::", "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    public void Refuses_both_ends_of_a_range_that_is_not_public(string first, string last)
    {
        var guard = new AddressGuard([]);

        guard.Allows(IPAddress.Parse(first)).ShouldBeFalse();
        guard.Allows(IPAddress.Parse(last)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("::ffff:a9fe:a9fe")]
    [InlineData("64:ff9b::127.0.0.1")]
    [InlineData("64:ff9b::c0a8:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:c0a8:101::1")]
    [InlineData("2001::ffff:ffff")]
    [InlineData("2001:0:7f00:1:0:0:f7f7:f7f7")]
    [InlineData("2001:0:808:808:0:0:80ff:fffe")]
    [InlineData("2a00:1450::5efe:10.0.0.1")]
    [InlineData("2a00:1450::200:5efe:127.0.0.1")]
    public void Refuses_an_IPv6_address_that_wraps_an_inner_IPv4_address(string address) =>
        new AddressGuard([]).Allows(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.0.1.0")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2a00:1450:4001::1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    [InlineData("2002:808:808::1")]
    public void Lets_a_public_address_pass_also_when_it_is_wrapped(string address) =>
        new AddressGuard([]).Allows(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("100.100.100.200")]
    [InlineData("192.0.0.192")]
    [InlineData("fd00:ec2::254")]
    public void Refuses_the_metadata_services_of_clouds(string address) =>
        new AddressGuard([]).Allows(IPAddress.Parse(address)).ShouldBeFalse();

    [Fact]
    public void Refuses_an_address_with_a_zone() =>
        new AddressGuard([]).Allows(IPAddress.Parse("2a00:1450:4001::1%3")).ShouldBeFalse();

    [Theory]
    [InlineData("10.20.0.0", true)]
    [InlineData("10.20.255.255", true)]
    [InlineData("::ffff:10.20.1.1", true)]
    [InlineData("10.19.255.255", false)]
    [InlineData("10.21.0.0", false)]
    [InlineData("64:ff9b::10.20.1.1", false)]
    [InlineData("2002:a14:101::", false)]
    [InlineData("fd12:3456::1", true)]
    [InlineData("fd12:3457::1", false)]
    public void Opens_exactly_the_networks_that_are_allowed(string address, bool allowed) =>
        new AddressGuard(["10.20.0.0/16", "fd12:3456::/32"]).Allows(IPAddress.Parse(address)).ShouldBe(allowed);

    [Theory]
    [InlineData("10.20.0.1/16")]
    [InlineData("intranet")]
    [InlineData("10.0.0.0/33")]
    public void Says_how_to_write_a_network_that_it_cannot_read(string network) =>
        Should.Throw<ArgumentException>(() => new AddressGuard([network])).Message.ShouldContain("such as 10.20.0.0/16");
}
