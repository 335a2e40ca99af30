using Dateline.Browser.Tests.Serving;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests;

/// <summary>What holds for all pages, wide and on a phone.</summary>
public sealed class EveryPageTests(Site site)
{
    public static TheoryData<string> Pages =>
    [
        "/", "/articles", "/articles?q=harbour&language=en", "/articles?q=lang:de&collapse=none",
        "/stories", "/stories?since=all", "/searches", "/searches?q=ferry", "/rules", "/retention",
        "/documents", "/sources", "/sources?q=herald&show=trouble", "/hosts", "/hosts/unheard.example", "/quarantine",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Has_a_title_one_main_heading_and_no_fault(string path)
    {
        await using var visit = await site.VisitAsync(path);

        (await visit.Page.TitleAsync()).ShouldEndWith(" · Dateline");
        (await visit.Page.Locator("h1").CountAsync()).ShouldBe(1);
        visit.Faults.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Names_every_input_button_and_link(string path)
    {
        await using var visit = await site.VisitAsync(path);

        var nameless = await visit.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('input:not([type=hidden]), select, textarea, button, a[href]')]
              .filter(e => !(e.labels?.length || e.ariaLabel || e.getAttribute('aria-labelledby') || e.textContent.trim()))
              .map(e => e.outerHTML)
            """);

        nameless.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Fits_a_phone(string path)
    {
        await using var visit = await site.VisitAsync(path, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 } });

        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
    }

    [Fact]
    public async Task Every_page_is_a_tap_or_two_away_on_a_phone()
    {
        await using var visit = await site.VisitAsync("/articles", new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 } });
        var pages = visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" });
        (await pages.EvaluateAsync<int>("bar => bar.scrollWidth - bar.clientWidth")).ShouldBe(0);
        (await pages.GetByRole(AriaRole.Link).AllInnerTextsAsync()).ShouldBe(["Overview", "Articles", "Stories", "Searches"]);

        await pages.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        (await pages.GetByRole(AriaRole.Link).AllInnerTextsAsync()).ShouldBe(
            ["Overview", "Articles", "Stories", "Searches", "Documents", "Sources", "Hosts", "Quarantine", "Rules", "Retention"]);
        await pages.GetByRole(AriaRole.Link, new() { Name = "Quarantine" }).ClickAsync();

        await visit.Page.WaitForURLAsync("**/quarantine");
        await Assertions.Expect(pages.GetByRole(AriaRole.Link, new() { Name = "Quarantine" })).ToBeHiddenAsync();
    }
}
