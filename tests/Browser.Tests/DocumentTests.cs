using Dateline.Browser.Tests.Serving;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests;

public sealed class DocumentTests(Site site)
{
    [Fact]
    public async Task Explains_what_became_of_an_address()
    {
        await using var visit = await site.VisitAsync("/documents");

        await visit.Page.GetByLabel("Where did it go, and why?").FillAsync(Site.BudgetUrl);
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Explain" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".explanation-text")).ToContainTextAsync("it was stored as a new article");
        await Assertions.Expect(visit.Page.Locator(".explanation").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Read the article" })).ToBeVisibleAsync();
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Explains_that_an_address_was_never_seen()
    {
        await using var visit = await site.VisitAsync("/documents?url=https%3A%2F%2Fnobody.example%2Fx");

        await Assertions.Expect(visit.Page.Locator(".explanation-text")).ToContainTextAsync("never seen");
    }

    [Fact]
    public async Task Shows_the_documents_of_one_fate_and_why_they_have_it()
    {
        await using var visit = await site.VisitAsync("/documents");

        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Rejected" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("tbody tr", new PageLocatorOptions { HasText = "short.txt" })).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator("tbody tr", new PageLocatorOptions { HasText = "budget.html" })).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "short.txt" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".notice-rejected strong")).ToHaveTextAsync("too short");
        visit.Faults.ShouldBeEmpty();
    }
}
