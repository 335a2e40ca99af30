using System.Net.Http.Json;
using Dateline.Browser.Tests.Serving;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests;

public sealed class HostTests(Site site)
{
    [Fact]
    public async Task Shows_a_hosts_budget_its_robots_txt_and_what_waits_for_it()
    {
        // A name that never resolves: its robots.txt cannot be had, and its page waits.
        using var http = new HttpClient { BaseAddress = site.Address };
        (await http.PostAsJsonAsync("v1/documents", new { urls = new[] { "http://nowhere.invalid/story" } })).EnsureSuccessStatusCode();
        await Dateline.Testing.Eventually.TrueAsync(
            async () => (await site.GetAsync("v1/hosts/nowhere.invalid")).GetProperty("robots").GetProperty("state").GetString() == "unreachable",
            TimeSpan.FromSeconds(60), () => "its robots.txt was not asked for");

        await using var visit = await site.VisitAsync("/hosts?q=nowhere");
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "nowhere.invalid" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("nowhere.invalid");
        await Assertions.Expect(visit.Page.GetByText("Could not be had: nothing is fetched until it is")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "http://nowhere.invalid/story" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("The name 'nowhere.invalid' does not resolve").First).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "The budget and queue of nowhere.invalid" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 2, Name = "Budget" })).ToBeVisibleAsync();
        visit.Faults.ShouldBeEmpty();
    }
}
