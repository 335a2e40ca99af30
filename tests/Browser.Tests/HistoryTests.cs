using Dateline.Browser.Tests.Serving;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests;

/// <summary>What an article's page says of its past, its copies and its story.</summary>
public sealed class HistoryTests(Site site)
{
    [Fact]
    public async Task Shows_what_an_edit_changed_and_flags_it()
    {
        await using var visit = await OpenFerryAsync();

        var revisions = visit.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Revisions" });
        await Assertions.Expect(revisions.Locator(".tag")).ToHaveTextAsync(["headline changed", "text shortened"]);
        await Assertions.Expect(revisions.Locator(".diff-removed").First).ToContainTextAsync("Island ferry Solveig runs aground near Skarholm");
        await Assertions.Expect(revisions.Locator(".diff-added").First).ToContainTextAsync("Ferry company denies fault after Solveig grounding");
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_the_article_as_it_was_before_the_edit()
    {
        await using var visit = await OpenFerryAsync();

        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "read it" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Island ferry Solveig runs aground near Skarholm");
        await Assertions.Expect(visit.Page.Locator(".body")).ToContainTextAsync("still in its crate");
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Show the current text" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".body")).Not.ToContainTextAsync("still in its crate");
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_that_an_article_was_not_there_yet()
    {
        await using var visit = await OpenFerryAsync();

        await visit.Page.GetByLabel("As it was at (UTC)").FillAsync("2001-01-01T00:00:01");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show", Exact = true }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByText("the archive did not have it")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Says_what_an_article_is_a_copy_of_and_why()
    {
        await using var visit = await site.VisitAsync("/articles?q=site:coast-wire.example");
        await visit.Page.Locator(".hit h2 a").First.ClickAsync();

        var copies = visit.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Copies" });
        await Assertions.Expect(copies.Locator(".copy-why")).ToContainTextAsync("% of its text stands in");
        await Assertions.Expect(copies.Locator("tr", new LocatorLocatorOptions { HasText = "Ferry company denies fault" }).Locator(".tag")).ToHaveTextAsync("original");
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Leads_from_an_article_to_its_story()
    {
        await using var visit = await OpenFerryAsync();

        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "The whole story" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".members tbody tr")).ToHaveCountAsync(3);
        visit.Faults.ShouldBeEmpty();
    }

    private async Task<WatchedPage> OpenFerryAsync()
    {
        var visit = await site.VisitAsync("/articles?q=site:skarholm-gazette.example");
        await visit.Page.Locator(".hit h2 a").First.ClickAsync();
        await visit.Heading("Revisions").WaitForAsync();
        return visit;
    }
}
