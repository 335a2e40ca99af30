using Dateline.Browser.Tests.Serving;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests;

public sealed class SourceTests(Site site)
{
    [Theory]
    [InlineData("not an address", "no http or https address")]
    [InlineData("http://169.254.169.254/feed.xml", "169.254.169.254")]
    public async Task Refuses_an_address_that_cannot_be_a_feed_and_says_why(string address, string message)
    {
        await using var visit = await site.VisitAsync("/sources");

        await visit.Page.GetByLabel("Add a feed, a site or a subscription list by its address").FillAsync(address);
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add", Exact = true }).ClickAsync();

        var alert = visit.Page.GetByRole(AriaRole.Alert).First;
        await Assertions.Expect(alert).ToContainTextAsync("The address cannot be used");
        await Assertions.Expect(alert).ToContainTextAsync(message);
        visit.Faults.ShouldBeEmpty();
    }
}
