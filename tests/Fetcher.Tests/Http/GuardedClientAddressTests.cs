using System.Net;
using Dateline.Fetcher.Http;
using Microsoft.AspNetCore.Http;

namespace Dateline.Fetcher.Tests.Http;

public sealed class GuardedClientAddressTests
{
    private static readonly IPAddress Public = IPAddress.Parse("93.184.216.34");

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://127.1/")]
    [InlineData("http://127.0.0.1./")]
    [InlineData("http://0/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[0:0:0:0:0:ffff:127.0.0.1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://[fe80::1%25lo]/")]
    [InlineData("http://１２７.０.０.１/")]
    [InlineData("http://①②⑦.0.0.1/")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://2852039166/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://100.100.100.200/")]
    [InlineData("http://metadata.google.internal/")]
    [InlineData("http://METADATA.google.internal./")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://0300.0250.1.1/")]
    [InlineData("http://0xc0a80101/")]
    [InlineData("http://3232235777/")]
    [InlineData("http://198.18.0.1/")]
    [InlineData("http://203.0.113.9/")]
    [InlineData("http://224.0.0.251/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[::ffff:0:127.0.0.1]/")]
    [InlineData("http://[0000:0000:0000:0000:0000:0000:0000:0001]/")]
    [InlineData("http://[fc00::1]/")]
    [InlineData("http://[fec0::1]/")]
    [InlineData("http://[ff02::1]/")]
    [InlineData("http://[2001:db8::1]/")]
    [InlineData("http://[2001:0:808:808::f5ff:fffe]/")]
    [InlineData("http://[64:ff9b:1::a00:1]/")]
    [InlineData("http://[2002:a9fe:a9fe::1]/")]
    [InlineData("http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/")]
    [InlineData("http://LOCALHOST%2e/")]
    [InlineData("http://localhost/")]
    [InlineData("http://localhost./")]
    [InlineData("http://1.2.3.4.5/")]
    [InlineData("http://0x7f000001./")]
    public async Task Refuses_every_spelling_of_an_inner_address(string url)
    {
        using var client = new GuardedClient(new FetcherHttpOptions(), TimeProvider.System);

        var result = await client.FetchAsync(new FetchRequest { Url = url }, CancellationToken.None);

        result.ShouldBeOfType<FetchResult.Failed>().Kind
            .ShouldBeOneOf(FetchFailureKind.RefusedAddress, FetchFailureKind.InvalidUrl);
    }

    [Theory]
    [InlineData("ftp://news.test/feed")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://news.test/")]
    [InlineData("http://user:secret@news.test/")]
    [InlineData("http://user@news.test/")]
    [InlineData("http://news.test:22/")]
    [InlineData("http://news.test:6379/")]
    [InlineData("//news.test/feed")]
    [InlineData("news.test/feed")]
    [InlineData("http://")]
    [InlineData("")]
    public async Task Refuses_an_address_that_is_no_plain_web_address(string url)
    {
        using var client = Resolving((_, _) => Task.FromResult<IPAddress[]>([Public]));

        var result = await client.FetchAsync(new FetchRequest { Url = url }, CancellationToken.None);

        result.ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(FetchFailureKind.InvalidUrl);
    }

    [Fact]
    public async Task Refuses_a_name_when_any_of_its_addresses_is_inner()
    {
        using var client = Resolving((_, _) => Task.FromResult<IPAddress[]>([Public, IPAddress.Loopback]));

        var result = await client.FetchAsync(new FetchRequest { Url = "http://news.test/" }, CancellationToken.None);

        var failed = result.ShouldBeOfType<FetchResult.Failed>();
        failed.Kind.ShouldBe(FetchFailureKind.RefusedAddress);
        failed.Message.ShouldNotContain("127.0.0.1");
    }

    [Fact]
    public async Task Reaches_nothing_inside_when_the_resolver_rebinds_after_the_first_answer()
    {
        await using var canary = await LoopbackSite.StartAsync(context => context.Response.WriteAsync("secret"));
        var answers = 0;
        using var client = new GuardedClient(
            new FetcherHttpOptions { ExtraPorts = [canary.Port], ConnectTimeout = TimeSpan.FromMilliseconds(200) },
            TimeProvider.System,
            (_, _) => Task.FromResult<IPAddress[]>(answers++ == 0 ? [IPAddress.Parse("2001:db8::1")] : [IPAddress.Loopback]));

        for (var attempt = 0; attempt < 5; attempt++)
            (await client.FetchAsync(new FetchRequest { Url = $"http://rebind.test:{canary.Port}/" }, CancellationToken.None))
                .ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(FetchFailureKind.RefusedAddress);

        answers.ShouldBe(5);
        canary.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Asks_the_resolver_once_per_connection_so_that_the_checked_address_is_the_connected_one()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync("hello"));
        var answers = 0;
        using var client = new GuardedClient(
            new FetcherHttpOptions { ExtraPorts = [site.Port], AllowedNetworks = ["127.0.0.1/32"] },
            TimeProvider.System,
            (_, _) => Task.FromResult<IPAddress[]>(answers++ == 0 ? [IPAddress.Loopback] : [IPAddress.Parse("127.0.0.2")]));

        var result = await client.FetchAsync(new FetchRequest { Url = $"http://rebind.test:{site.Port}/" }, CancellationToken.None);

        result.ShouldBeOfType<FetchResult.Fetched>();
        answers.ShouldBe(1);
    }

    [Fact]
    public async Task Reaches_an_allowed_network_and_no_other_inner_address()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync("hello"));
        using var client = new GuardedClient(
            new FetcherHttpOptions { ExtraPorts = [site.Port], AllowedNetworks = ["127.0.0.1/32"] }, TimeProvider.System);

        var allowed = await client.FetchAsync(new FetchRequest { Url = $"http://127.0.0.1:{site.Port}/" }, CancellationToken.None);
        var other = await client.FetchAsync(new FetchRequest { Url = $"http://127.0.0.2:{site.Port}/" }, CancellationToken.None);

        allowed.ShouldBeOfType<FetchResult.Fetched>().Body.ToArray().ShouldBe("hello"u8.ToArray());
        other.ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(FetchFailureKind.RefusedAddress);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{port}/inside")]
    [InlineData("http://[::ffff:127.0.0.1]:{port}/inside")]
    [InlineData("//2130706433:{port}/inside")]
    [InlineData("http://localhost:{port}/inside")]
    public async Task Does_not_follow_a_redirect_into_private_space(string location)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.Redirect(location.Replace("{port}", $"{context.Connection.LocalPort}"));
            return Task.CompletedTask;
        });
        using var client = new GuardedClient(
            new FetcherHttpOptions { ExtraPorts = [site.Port], Pins = new Dictionary<string, string> { ["news.test"] = site.Endpoint } },
            TimeProvider.System);

        var result = await client.FetchAsync(new FetchRequest { Url = "http://news.test/" }, CancellationToken.None);
        if (result is FetchResult.Redirected redirected) // only the resolver knows what the name stands for
            result = await client.FetchAsync(new FetchRequest { Url = redirected.Location.AbsoluteUri }, CancellationToken.None);

        result.ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(FetchFailureKind.RefusedAddress);
        site.Requests.ShouldBe(["news.test/"]);
    }

    [Fact]
    public async Task Says_that_a_name_does_not_resolve()
    {
        using var client = Resolving((_, _) => Task.FromResult<IPAddress[]>([]));

        var result = await client.FetchAsync(new FetchRequest { Url = "https://nowhere.test/" }, CancellationToken.None);

        result.ShouldBeOfType<FetchResult.Failed>().Kind.ShouldBe(FetchFailureKind.Dns);
    }

    private static GuardedClient Resolving(ResolveHost resolve) =>
        new(new FetcherHttpOptions(), TimeProvider.System, resolve);
}
