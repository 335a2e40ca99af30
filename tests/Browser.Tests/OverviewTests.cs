using Dateline.Browser.Tests.Serving;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests;

public sealed class OverviewTests(Site site)
{
    [Fact]
    public async Task Shows_the_accounting_and_the_line()
    {
        var pipeline = await site.GetAsync("v1/pipeline");
        await using var visit = await site.VisitAsync("/");

        await Assertions.Expect(visit.Page.GetByText("Accounting adds up")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".figures dd").First).ToHaveTextAsync(pipeline.GetProperty("accepted").ToString());
        await Assertions.Expect(visit.Page.Locator("a[href='/documents?fate=stored'] strong")).ToHaveTextAsync(pipeline.GetProperty("stored").ToString());
        (await visit.Page.Locator(".station h3").AllTextContentsAsync()).ShouldBe(["Accept", "Dispatch", "Parse", "Enrich", "Store", "Settle"]);
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_what_comes_in_without_a_reload()
    {
        await using var visit = await site.VisitAsync("/");
        var accepted = int.Parse(await visit.Page.Locator(".figures dd").First.TextContentAsync() ?? "");

        await site.IngestAsync("late.txt", Texts.Late, null);

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "late.txt" })).ToBeVisibleAsync();
        int.Parse(await visit.Page.Locator(".figures dd").First.TextContentAsync() ?? "").ShouldBeGreaterThan(accepted);
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Remembers_the_theme_somebody_chose()
    {
        await using var visit = await site.VisitAsync("/", new BrowserNewContextOptions { ColorScheme = ColorScheme.Light });

        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Switch between light and dark" }).ClickAsync();
        await visit.GoAsync("/articles");

        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }
}
