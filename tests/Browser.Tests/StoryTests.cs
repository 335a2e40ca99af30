using Dateline.Browser.Tests.Serving;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests;

public sealed class StoryTests(Site site)
{
    [Fact]
    public async Task Shows_who_reports_an_event_and_who_was_first()
    {
        await using var visit = await site.VisitAsync("/stories?since=all");
        await visit.Page.Locator(".story-row", new PageLocatorOptions { HasText = "Solveig" }).GetByRole(AriaRole.Link).ClickAsync();

        var rows = visit.Page.Locator(".members tbody tr");
        await Assertions.Expect(rows.First).ToContainTextAsync("first");
        await Assertions.Expect(visit.Page.Locator(".members .tag", new PageLocatorOptions { HasText = "copy" })).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator(".spread-sources li")).ToHaveCountAsync(3);
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Splits_a_story_and_merges_it_again()
    {
        await site.IngestAsync("balloon.html", Texts.Balloon, "https://mill-echo.example/balloon");
        await site.SettledAsync();
        await site.IngestAsync("balloon2.html", Texts.Balloon, "https://valley-day.example/balloon");
        await site.SettledAsync();

        await using var visit = await site.VisitAsync("/stories?since=all");
        await visit.Page.Locator(".story-row", new PageLocatorOptions { HasText = "Restored balloon" }).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".members tbody tr")).ToHaveCountAsync(2);
        await visit.Page.Locator(".members tbody tr").Last.GetByRole(AriaRole.Checkbox).CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Split off" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Split off" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".members tbody tr")).ToHaveCountAsync(1);

        await visit.GoAsync("/stories?since=all&members=1");
        var halves = visit.Page.Locator(".story-row", new PageLocatorOptions { HasText = "Restored balloon" });
        await Assertions.Expect(halves).ToHaveCountAsync(2);
        await halves.First.GetByRole(AriaRole.Checkbox).CheckAsync();
        await halves.Last.GetByRole(AriaRole.Checkbox).CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Merge them" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Merge", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".members tbody tr")).ToHaveCountAsync(2);
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_which_story_does_not_exist()
    {
        await using var visit = await site.VisitAsync($"/stories/{Guid.Empty}");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no such story");
    }
}
