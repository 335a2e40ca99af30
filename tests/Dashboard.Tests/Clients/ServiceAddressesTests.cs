using Dateline.Dashboard.Clients;

namespace Dateline.Dashboard.Tests.Clients;

public sealed class ServiceAddressesTests
{
    [Theory]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::]:8080", "http://[::1]:8080/")]
    [InlineData("http://+:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://localhost:5000", "http://localhost:5000/")]
    public void Reaches_a_server_that_listens_everywhere_over_loopback(string listening, string reachable) =>
        ServiceAddresses.Reachable(listening).ShouldBe(new Uri(reachable));
}
