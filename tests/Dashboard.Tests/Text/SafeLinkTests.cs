using Dateline.Dashboard.Text;

namespace Dateline.Dashboard.Tests.Text;

public sealed class SafeLinkTests
{
    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("/articles")]
    [InlineData(null)]
    public void Makes_no_link_of_what_is_no_web_address(string? address) => SafeLink.Of(address).ShouldBeNull();

    [Fact]
    public void Links_a_web_address() => SafeLink.Of("https://news.example/a b").ShouldBe("https://news.example/a%20b");
}
