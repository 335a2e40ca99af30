using System.Net;
using Dateline.Browser.Tests.Serving;
using Dateline.Testing;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests;

public sealed class SavedSearchTests(Site site)
{
    [Fact]
    public async Task Shows_what_a_query_meets_while_it_is_written_and_saves_it()
    {
        await using var visit = await site.VisitAsync("/searches");

        await visit.Page.GetByLabel("Name").FillAsync("Groundings");
        await visit.Page.GetByLabel("Query").FillAsync("solveig -\"pilot boats carried\"");
        await Assertions.Expect(visit.Page.Locator(".preview-head strong")).ToHaveTextAsync("2 articles");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Groundings");
        var atom = await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Atom" }).GetAttributeAsync("href");
        using var http = new HttpClient { BaseAddress = site.Address };
        (await http.GetStringAsync(atom, TestContext.Current.CancellationToken)).ShouldContain("Solveig");
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Points_at_the_mistake_while_a_query_is_written()
    {
        await using var visit = await site.VisitAsync("/searches");

        await visit.Page.GetByLabel("Query").FillAsync("ferry has:imagery");

        await Assertions.Expect(visit.Page.Locator(".preview-problem")).ToContainTextAsync("Did you mean has:image?");
        await Assertions.Expect(visit.Page.Locator(".preview mark")).ToHaveTextAsync("imagery");
    }

    [Fact]
    public async Task Says_that_a_search_needs_a_name()
    {
        await using var visit = await site.VisitAsync("/searches?q=ferry");

        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("A name is needed");
    }

    [Fact]
    public async Task Changes_and_removes_a_search()
    {
        await using var visit = await SavedAsync("Bridges", "bridges");

        await visit.Page.GetByLabel("Query").FillAsync("bridges lorries");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save the changes" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("The changes are saved")).ToBeVisibleAsync();
        await visit.GoAsync("/searches");
        await Assertions.Expect(visit.Page.Locator("tr", new PageLocatorOptions { HasText = "Bridges" }).Locator("code")).ToHaveTextAsync("bridges lorries");

        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Remove Bridges" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Remove" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("tr", new PageLocatorOptions { HasText = "Bridges" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Renews_the_address_of_the_feeds()
    {
        await using var visit = await SavedAsync("Tidal", "harbour");
        var atom = visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Atom" });
        var before = await atom.GetAttributeAsync("href");

        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Renew the address" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Renew" }).ClickAsync();
        await Assertions.Expect(atom).Not.ToHaveAttributeAsync("href", before!);

        using var http = new HttpClient { BaseAddress = site.Address };
        (await http.GetAsync(before, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await http.GetStringAsync(await atom.GetAttributeAsync("href"), TestContext.Current.CancellationToken)).ShouldContain("Tidal");
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_an_address_that_must_not_be_called()
    {
        await using var visit = await SavedAsync("Closed door", "ferry");

        await visit.Page.GetByLabel("Address to call").FillAsync("http://10.0.0.1/hook");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add", Exact = true }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".notice-bad")).ToContainTextAsync("not on the public internet");
    }

    [Fact]
    public async Task Shows_what_was_sent_and_sends_it_again()
    {
        using var receiver = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort.Next()}/";
        receiver.Prefixes.Add(address);
        receiver.Start();
        var calls = AnswerAsync(receiver);

        await using var visit = await SavedAsync("Airships", "title:airship");
        await visit.Page.GetByLabel("Address to call").FillAsync($"{address}hook");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("The secret, shown this once")).ToBeVisibleAsync();
        await site.IngestAsync("airship.html", Texts.Airship, "https://mill-echo.example/airship");
        await Eventually.TrueAsync(() => Task.FromResult(calls.Count == 1), TimeSpan.FromSeconds(60), () => "the webhook was not called");

        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Deliveries" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".webhook td .health")).ToHaveTextAsync("delivered");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send again" }).ClickAsync();
        await Eventually.TrueAsync(() => Task.FromResult(calls.Count == 2), TimeSpan.FromSeconds(60), () => "the delivery was not sent again");
        visit.Faults.ShouldBeEmpty();
    }

    private async Task<WatchedPage> SavedAsync(string name, string query)
    {
        var visit = await site.VisitAsync($"/searches?q={Uri.EscapeDataString(query)}");
        await visit.Page.GetByLabel("Name").FillAsync(name);
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync(name);
        return visit;
    }

    /// <summary>Answers 200 to every call until it is stopped; the list grows with each.</summary>
    private static System.Collections.Concurrent.ConcurrentBag<string> AnswerAsync(HttpListener receiver)
    {
        var calls = new System.Collections.Concurrent.ConcurrentBag<string>();
        receiver.BeginGetContext(Answer, null);
        return calls;

        void Answer(IAsyncResult result)
        {
            if (!receiver.IsListening)
                return;
            var context = receiver.EndGetContext(result);
            calls.Add(context.Request.Headers["webhook-id"] ?? "");
            context.Response.Close();
            receiver.BeginGetContext(Answer, null);
        }
    }
}
