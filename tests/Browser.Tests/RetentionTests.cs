using Dateline.Browser.Tests.Serving;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests;

public sealed class RetentionTests(Site site)
{
    [Fact]
    public async Task Takes_an_article_down_from_its_page_and_logs_why()
    {
        await site.IngestAsync("gyrocopter.html", Texts.Gyrocopter, "https://mill-echo.example/gyrocopter");
        await site.SettledAsync();
        await using var visit = await site.VisitAsync("/articles?q=title:gyrocopter");
        await visit.Page.Locator(".hit h2 a").First.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Take it down" }).ClickAsync();

        await visit.Page.GetByLabel("Reason, for the log").FillAsync("The pilot asked for it");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Take down" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Take down" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator("tbody tr", new PageLocatorOptions { HasText = "The pilot asked for it" })).ToContainTextAsync("id");
        await visit.GoAsync("/articles?q=title:gyrocopter");
        await Assertions.Expect(visit.Heading("No article matches")).ToBeVisibleAsync();
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Asks_for_the_reason()
    {
        await using var visit = await site.VisitAsync("/retention");

        await visit.Page.GetByLabel("Address").FillAsync("https://mill-echo.example/none");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Take down" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The reason is missing");
    }

    [Fact]
    public async Task Adds_and_drops_a_rule_for_a_tag()
    {
        await using var visit = await site.VisitAsync("/retention");

        await visit.Page.GetByLabel("Tag").FillAsync("embargo");
        await visit.Page.GetByLabel("Days").FillAsync("30");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add", Exact = true }).ClickAsync();
        var row = visit.Page.Locator("tbody tr", new PageLocatorOptions { HasText = "with the tag “embargo”" });
        await Assertions.Expect(row).ToContainTextAsync("30 days");

        await row.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Drop the rule for embargo" }).ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
        visit.Faults.ShouldBeEmpty();
    }
}
