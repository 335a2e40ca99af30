using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Browser.Tests.Serving;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests;

public sealed class SourceTests(Site site)
{
    [Theory]
    [InlineData("not an address", "no http or https address")]
    [InlineData("http://169.254.169.254/feed.xml", "169.254.169.254")]
    public async Task Refuses_an_address_that_cannot_be_a_feed_and_says_why(string address, string message)
    {
        await using var visit = await site.VisitAsync("/sources");

        await visit.Page.GetByLabel("Add a feed, a site or a subscription list by its address").FillAsync(address);
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add", Exact = true }).ClickAsync();

        var alert = visit.Page.GetByRole(AriaRole.Alert).First;
        await Assertions.Expect(alert).ToContainTextAsync("The address cannot be used");
        await Assertions.Expect(alert).ToContainTextAsync(message);
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_what_would_come_in_before_a_feed_is_added_with_its_settings()
    {
        site.Web.Site("wire.example").Feed("/one.xml", Feed("The Valley Wire", "Flood gates open", "Council sits late"));
        await using var visit = await site.VisitAsync("/sources");

        await visit.Page.GetByLabel("Add a feed, a site or a subscription list by its address").FillAsync("http://wire.example/one.xml");
        await Button(visit, "Preview").ClickAsync();
        await Assertions.Expect(visit.Heading("The Valley Wire")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("rss feed with 2 entries")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("Flood gates open")).ToBeVisibleAsync();
        (await SourcesAsync()).ShouldNotContain(source => source.GetProperty("url").GetString() == "http://wire.example/one.xml", "a preview stores nothing");
        await visit.Page.GetByLabel("Tags").FillAsync("floods, valley");
        await visit.Page.GetByLabel("Fetch the full pages").SelectOptionAsync("always");
        await Button(visit, "Add this source").ClickAsync();

        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "The Valley Wire", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("floods, valley")).ToBeVisibleAsync();
        (await SourceAsync("http://wire.example/one.xml")).GetProperty("pages").GetString().ShouldBe("always");
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Edits_every_setting_of_a_source_and_shows_no_secret()
    {
        site.Web.Site("wire.example").Feed("/two.xml", Feed("The Hill Wire", "Snow"));
        var id = await AddAsync(new { url = "http://wire.example/two.xml", cookie = "session=hush", headers = new Dictionary<string, string> { ["X-Old"] = "hush", ["X-Stays"] = "hush" } });
        await using var visit = await site.VisitAsync($"/sources/{id}", new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 } });

        await Button(visit, "Edit").ClickAsync();
        await visit.Page.GetByLabel("Name", Exactly).FillAsync("Hills");
        await visit.Page.GetByLabel("Tags").FillAsync("hills");
        await visit.Page.GetByLabel("Fetch the full pages").SelectOptionAsync("never");
        await visit.Page.GetByLabel("Shortest interval, minutes").FillAsync("30");
        await visit.Page.GetByLabel("Longest interval, minutes").FillAsync("20");
        await visit.Page.GetByLabel("User agent").FillAsync("Reader/2");
        await visit.Page.GetByLabel("Remove the cookie").CheckAsync();
        await visit.Page.GetByLabel("Remove X-Old").CheckAsync();
        await visit.Page.GetByLabel("Headers, one a line").FillAsync("X-New: value");
        await visit.Page.GetByLabel("Paused: it is not asked").CheckAsync();
        (await visit.Page.ContentAsync()).ShouldNotContain("hush");
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
        await Button(visit, "Save").ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("is larger than");
        await visit.Page.GetByLabel("Longest interval, minutes").FillAsync("600");
        await Button(visit, "Save").ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Hills");
        var saved = await site.GetAsync($"v1/sources/{id}");
        (Text("title"), Text("pages"), Text("userAgent"), saved.GetProperty("minIntervalMinutes").GetInt32(), saved.GetProperty("maxIntervalMinutes").GetInt32(), saved.GetProperty("paused").GetBoolean())
            .ShouldBe(("Hills", "never", "Reader/2", 30, 600, true));
        saved.GetProperty("headerNames").EnumerateArray().Select(name => name.GetString()).ShouldBe(["X-Stays", "X-New", "User-Agent"], ignoreOrder: true);
        saved.GetProperty("tags").EnumerateArray().Single().GetString().ShouldBe("hills");
        visit.Faults.ShouldNotContain(fault => !fault.Contains("400", StringComparison.Ordinal));

        string? Text(string name) => saved.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Imports_a_subscription_list_with_a_receipt_for_each_line_and_exports_it()
    {
        site.Web.Site("listed.example").Feed("/a.xml", Feed("Listed", "One"));
        const string list = """
            <opml version="2.0"><body><outline text="Local"><outline text="Listed paper" xmlUrl="http://listed.example/a.xml"/></outline>
            <outline text="Inner" xmlUrl="http://10.0.0.7/feed"/></body></opml>
            """;
        await using var visit = await site.VisitAsync("/sources");
        await visit.Page.GetByText("Bring or take a subscription list (OPML)").ClickAsync();

        await visit.Page.GetByLabel("Import the file that another reader exported")
            .SetInputFilesAsync(new FilePayload { Name = "list.opml", MimeType = "text/x-opml", Buffer = System.Text.Encoding.UTF8.GetBytes(list) });

        await Assertions.Expect(visit.Page.GetByText("1 were added, 0 were sources already, 1 were refused.")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".receipts")).ToContainTextAsync("is not on the public internet");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Export all sources" }).ClickAsync());
        (await File.ReadAllTextAsync((await download.PathAsync())!)).ShouldContain("xmlUrl=\"http://listed.example/a.xml\"");
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Applies_the_feed_that_was_found_for_one_that_is_gone_with_one_click()
    {
        site.Web.Site("gone.example").Status("/old.xml", 410).Page("/", "<head><link rel=alternate type='application/rss+xml' href='/new.xml'></head>").Feed("/new.xml", Feed("Found again", "One"));
        var id = await AddAsync(new { url = "http://gone.example/old.xml" });
        await Dateline.Testing.Eventually.TrueAsync(
            async () => (await site.GetAsync($"v1/sources/{id}")).GetProperty("proposal").ValueKind == JsonValueKind.Object, TimeSpan.FromSeconds(60), () => "nothing was found");
        await using var visit = await site.VisitAsync($"/sources/{id}");

        await Assertions.Expect(visit.Page.GetByText("The server says that the feed is gone for good.")).ToBeVisibleAsync();
        await Button(visit, "Use this address").ClickAsync();

        await Assertions.Expect(visit.Page.GetByText("There is a feed nearby")).Not.ToBeVisibleAsync();
        (await site.GetAsync($"v1/sources/{id}")).GetProperty("url").GetString().ShouldBe("http://gone.example/new.xml");
        visit.Faults.ShouldBeEmpty();
    }

    private static PageGetByLabelOptions Exactly => new() { Exact = true };

    private static ILocator Button(WatchedPage visit, string name) => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    private async Task<Guid> AddAsync(object source)
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        using var added = await http.PostAsJsonAsync("v1/sources", source);
        return (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private async Task<IEnumerable<JsonElement>> SourcesAsync() => (await site.GetAsync("v1/sources")).GetProperty("items").EnumerateArray();

    private async Task<JsonElement> SourceAsync(string url) => (await SourcesAsync()).Single(source => source.GetProperty("url").GetString() == url);

    private static string Feed(string title, params string[] items) =>
        $"<rss version='2.0'><channel><title>{title}</title>{string.Concat(items.Select((item, i) => $"<item><title>{item}</title><guid>{i}</guid><description>{item} in short.</description></item>"))}</channel></rss>";
}
