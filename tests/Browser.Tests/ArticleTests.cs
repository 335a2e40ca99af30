using Dateline.Browser.Tests.Serving;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests;

public sealed class ArticleTests(Site site)
{
    [Fact]
    public async Task Finds_an_article_by_its_words()
    {
        await using var visit = await site.VisitAsync("/articles");

        await visit.Page.GetByLabel("Words").FillAsync("bridges budget");
        await visit.Page.GetByLabel("Words").PressAsync("Enter");

        await Assertions.Expect(visit.Page.Locator(".hit h2")).ToHaveTextAsync(["Council approves budget after marathon session"]);
        (await visit.Page.Locator(".hit mark").First.TextContentAsync()).ShouldBeOneOf("bridges", "budget");
        visit.Page.Url.ShouldEndWith("/articles?q=bridges%20budget");
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_what_is_wrong_with_a_query_and_where()
    {
        await using var visit = await site.VisitAsync("/articles?q=%22never%20closed");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("never closed");
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_the_journey_of_an_article()
    {
        await using var visit = await OpenBudgetAsync();

        (await visit.Page.Locator(".waterfall-stage").AllTextContentsAsync()).Select(text => text.Trim())
            .ShouldBe(["Accept", "Dispatch", "Parse", "Enrich", "Store", "Settle"]);
        (await visit.Page.Locator(".waterfall .bar-work").CountAsync()).ShouldBe(6 + 1); // one more explains the colours
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_text_that_looks_like_markup_as_text()
    {
        await using var visit = await OpenBudgetAsync();

        await Assertions.Expect(visit.Page.Locator(".body")).ToContainTextAsync("<script>alert(\"pools\")</script>");
        (await visit.Page.Locator(".body script").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Says_which_article_does_not_exist()
    {
        await using var visit = await site.VisitAsync($"/articles/{Guid.Empty}");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no such article");
    }

    private async Task<WatchedPage> OpenBudgetAsync()
    {
        var visit = await site.VisitAsync("/articles?q=marathon");
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Council approves budget" }).ClickAsync();
        await visit.Heading("Journey").WaitForAsync();
        await visit.Page.Locator(".waterfall").WaitForAsync();
        return visit;
    }
}
