using Dateline.Browser.Tests.Serving;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests;

/// <summary>Looking for articles the way a monitor does: narrowing, widening, reading how a query was understood.</summary>
public sealed class SearchTests(Site site)
{
    [Fact]
    public async Task Narrows_to_a_value_and_widens_again()
    {
        await using var visit = await site.VisitAsync("/articles?q=lang:ar OR lang:zh");
        var languages = visit.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Language" });

        await languages.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "zh", Exact = false }).First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".hit")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.GetByLabel("Words")).ToHaveValueAsync("(lang:ar OR lang:zh) lang:zh");

        await visit.Page.Locator(".facet-chosen a").First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".hit")).ToHaveCountAsync(2);
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Narrows_to_the_time_of_a_bar()
    {
        await using var visit = await site.VisitAsync("/articles?q=harbour OR budget OR lang:de");

        var bars = visit.Page.Locator(".timeline-bars a");
        await Assertions.Expect(bars.Last).ToHaveAttributeAsync("title", new System.Text.RegularExpressions.Regex("^Thu 4 Jun 2026: 1 article"));
        await bars.Last.ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".hit")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.GetByLabel("Published from")).ToHaveValueAsync("2026-06-04");
        await Assertions.Expect(visit.Page.GetByLabel("Published to")).ToHaveValueAsync("2026-06-04");
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Moves_between_bars_with_the_arrow_keys()
    {
        await using var visit = await site.VisitAsync("/articles?q=harbour OR budget OR lang:de");
        var bars = visit.Page.Locator(".timeline-bars a");
        await bars.Last.FocusAsync();

        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(bars.Nth(-2)).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(bars.First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Shows_one_of_each_copy_until_all_are_asked_for()
    {
        await using var visit = await site.VisitAsync("/articles?q=\"coast guard\" ferry");
        await Assertions.Expect(visit.Page.Locator(".hit")).ToHaveCountAsync(1);

        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "All", Exact = true }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".hit")).ToHaveCountAsync(2);
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_one_article_of_each_story_and_leads_to_it()
    {
        await using var visit = await site.VisitAsync("/articles?q=solveig");
        await Assertions.Expect(visit.Page.Locator(".hit")).ToHaveCountAsync(2);

        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "One of each story" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".hit")).ToHaveCountAsync(1);
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "its story" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Search in them" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".hit")).ToHaveCountAsync(3);
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_how_a_query_was_understood()
    {
        await using var visit = await site.VisitAsync("/articles?q=ferry OR tram budget");

        await Assertions.Expect(visit.Page.Locator(".understood code")).ToHaveTextAsync("ferry OR (tram AND budget)");
    }

    [Fact]
    public async Task Points_at_the_mistake_and_suggests()
    {
        await using var visit = await site.VisitAsync("/articles?q=ferry titel:x island");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Did you mean title:?");
        await Assertions.Expect(visit.Page.Locator(".query-error mark")).ToHaveTextAsync("titel:x");
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_a_query_to_be_saved()
    {
        await using var visit = await site.VisitAsync("/articles?q=ferry&language=en");

        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Save search" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByLabel("Query")).ToHaveValueAsync("ferry AND lang:en");
        await Assertions.Expect(visit.Page.Locator(".preview-hits li").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reads_from_right_to_left_where_the_script_does()
    {
        await using var visit = await site.VisitAsync("/articles?q=lang:ar");

        (await visit.Page.Locator(".hit h2 a").EvaluateAsync<string>("e => getComputedStyle(e).direction")).ShouldBe("rtl");
    }
}
