using Dateline.Browser.Tests.Serving;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests;

public sealed class RuleTests(Site site)
{
    [Fact]
    public async Task Previews_a_tag_rule_adds_it_and_applies_it_to_what_is_stored()
    {
        await using var visit = await site.VisitAsync("/rules");
        await visit.Page.GetByLabel("Name").FillAsync("Bridges");
        await visit.Page.GetByLabel("What it does").SelectOptionAsync("tag");
        await visit.Page.GetByLabel("Tag").FillAsync("infrastructure");
        await visit.Page.GetByLabel("Query").FillAsync("title:budget");
        await Assertions.Expect(visit.Page.Locator(".preview-head")).ToContainTextAsync("1 article came in during the last 7 days");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add the rule" }).ClickAsync();

        var row = visit.Page.Locator("tbody tr", new PageLocatorOptions { HasText = "Bridges" });
        await row.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Apply to what is stored" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Apply" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("1 article got the tag")).ToBeVisibleAsync();

        await visit.GoAsync("/articles?q=tag:infrastructure");
        await Assertions.Expect(visit.Page.Locator(".hit h2")).ToHaveTextAsync(["Council approves budget after marathon session"]);
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Drops_what_a_rule_says_and_names_the_rule()
    {
        await using var visit = await site.VisitAsync("/rules");
        await visit.Page.GetByLabel("Name").FillAsync("No gliders");
        await visit.Page.GetByLabel("Query").FillAsync("title:glider");
        await Assertions.Expect(visit.Page.Locator(".preview-head strong")).ToHaveTextAsync("0 articles");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add the rule" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("tbody tr", new PageLocatorOptions { HasText = "No gliders" })).ToBeVisibleAsync();

        const string url = "https://mill-echo.example/glider";
        await site.IngestAsync("glider.html", Texts.Glider, url);
        await site.SettledAsync();

        await visit.GoAsync($"/documents?url={Uri.EscapeDataString(url)}");
        await Assertions.Expect(visit.Page.Locator(".explanation")).ToContainTextAsync("No gliders");
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Removes_what_a_drop_rule_meets_among_what_is_stored_and_logs_it()
    {
        await site.IngestAsync("autogiro.html", Texts.Autogiro, "https://tarnsk-blatt.example/autogiro");
        await site.SettledAsync();
        await using var visit = await site.VisitAsync("/rules");
        await visit.Page.GetByLabel("Name").FillAsync("No autogiros");
        await visit.Page.GetByLabel("Query").FillAsync("title:autogiro");
        await Assertions.Expect(visit.Page.Locator(".preview-head strong")).ToHaveTextAsync("1 article");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add the rule" }).ClickAsync();

        await visit.Page.Locator("tbody tr", new PageLocatorOptions { HasText = "No autogiros" }).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Apply to what is stored" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Remove them" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("1 article removed")).ToBeVisibleAsync();

        await visit.GoAsync("/retention");
        await Assertions.Expect(visit.Page.Locator("tbody tr", new PageLocatorOptions { HasText = "No autogiros" }).First).ToContainTextAsync("rule");
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Changes_switches_off_and_removes_a_rule()
    {
        await using var visit = await site.VisitAsync("/rules");
        await visit.Page.GetByLabel("Name").FillAsync("Kites");
        await visit.Page.GetByLabel("Query").FillAsync("title:kite");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add the rule" }).ClickAsync();
        var row = visit.Page.Locator("tbody tr", new PageLocatorOptions { HasText = "Kites" });

        await row.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Switch off" }).ClickAsync();
        await Assertions.Expect(row.Locator(".health")).ToHaveTextAsync("Off");
        await row.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Edit" }).ClickAsync();
        await visit.Page.GetByLabel("Query").FillAsync("title:kite lang:en");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save the changes" }).ClickAsync();
        await Assertions.Expect(row.Locator("code")).ToHaveTextAsync("title:kite lang:en");

        await row.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Remove Kites" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Remove" }).ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
    }
}
