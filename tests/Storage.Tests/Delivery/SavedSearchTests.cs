using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Storage.Tests.Delivery;

public abstract class SavedSearchTests(DatabaseKind kind, PostgresFixture postgres) : ApiSuite(kind, postgres)
{
    [Fact]
    public async Task Is_kept_changed_and_removed()
    {
        var saved = await SaveAsync("Harbour", "harbour OR quay");
        (await Api.ReadAsync("/v1/searches")).GetProperty("items").GetArrayLength().ShouldBe(1);
        await Api.SendAsync(HttpMethod.Post, "/v1/searches", new { name = "Harbour", query = "x" }, HttpStatusCode.Conflict);
        await Api.SendAsync(HttpMethod.Put, $"/v1/searches/{saved}", new { name = "Port", query = "port" }, HttpStatusCode.OK);
        (await Api.ReadAsync($"/v1/searches/{saved}")).GetProperty("query").GetString().ShouldBe("port");
        await Api.SendAsync(HttpMethod.Delete, $"/v1/searches/{saved}", null, HttpStatusCode.NoContent);
        await Api.SendAsync(HttpMethod.Get, $"/v1/searches/{saved}", null, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_mistake_in_its_query_is_pointed_at()
    {
        var problem = await Api.SendAsync(HttpMethod.Post, "/v1/searches", new { name = "Wrong", query = "tax (vote" }, HttpStatusCode.BadRequest);
        (problem.GetProperty("parameter").GetString(), problem.GetProperty("position").GetInt32()).ShouldBe(("query", 4));
    }

    [Fact]
    public async Task Reads_as_atom_rss_and_json_feed()
    {
        var saved = await SaveAsync("Ports & <quays>", "harbour");
        await Api.StoreAsync(
            News.Article(title: "Repairs <soon> & \u0001 later", published: News.Morning.AddDays(-1)),
            News.Article(url: "https://herald.example/weather", title: "Rain", text: "It rains."));

        var atom = XDocument.Parse(await Api.Http.GetStringAsync($"/v1/searches/{saved}/feed.atom")).Root!;
        var ns = atom.Name.Namespace;
        atom.Element(ns + "title")!.Value.ShouldBe("Ports & <quays>");
        var entry = atom.Elements(ns + "entry").Single();
        entry.Element(ns + "title")!.Value.ShouldBe("Repairs <soon> &  later");
        entry.Element(ns + "link")!.Attribute("href")!.Value.ShouldBe("https://herald.example/harbour");
        entry.Element(ns + "published")!.Value.ShouldBe("2024-05-05T08:00:00Z");

        var rss = XDocument.Parse(await Api.Http.GetStringAsync($"/v1/searches/{saved}/feed.rss")).Root!.Element("channel")!;
        rss.Elements("item").Single().Element("pubDate")!.Value.ShouldBe("Sun, 05 May 2024 08:00:00 GMT");

        var json = JsonDocument.Parse(await Api.Http.GetStringAsync($"/v1/searches/{saved}/feed.json")).RootElement;
        json.GetProperty("version").GetString().ShouldBe("https://jsonfeed.org/version/1.1");
        json.GetProperty("items")[0].GetProperty("url").GetString().ShouldBe("https://herald.example/harbour");
    }

    [Fact]
    public async Task Feed_readers_need_no_key_but_the_address()
    {
        await Api.StoreAsync(News.Article());
        await SaveAsync("Other", "rain");
        var address = OpenFeed(await Api.ReadAsync($"/v1/searches/{await SaveAsync("Harbour", "harbour")}"), "rss");
        using var reader = Stranger();
        XDocument.Parse(await reader.GetStringAsync(address)).Root!.Element("channel")!.Elements("item").Count().ShouldBe(1);
        (await reader.GetAsync("/v1/articles")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await reader.GetAsync("/v1/feeds/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.rss")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_feeds_address_can_be_renewed_and_revoked()
    {
        var saved = await SaveAsync("Harbour", "harbour");
        var first = OpenFeed(await Api.ReadAsync($"/v1/searches/{saved}"), "atom");
        var second = OpenFeed(await Api.SendAsync(HttpMethod.Post, $"/v1/searches/{saved}/feed-address", null, HttpStatusCode.OK), "atom");
        using var reader = Stranger();
        (await reader.GetAsync(first)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync(second)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await Api.SendAsync(HttpMethod.Delete, $"/v1/searches/{saved}/feed-address", null, HttpStatusCode.NoContent);
        (await reader.GetAsync(second)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Api.ReadAsync($"/v1/searches/{saved}")).GetProperty("openFeeds").ValueKind.ShouldBe(JsonValueKind.Null);
        await Api.SendAsync(HttpMethod.Post, $"/v1/searches/{Guid.Empty}/feed-address", null, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Cannot_take_the_name_of_another()
    {
        await SaveAsync("Harbour", "harbour");
        var other = await SaveAsync("Rain", "rain");
        (await Api.SendAsync(HttpMethod.Put, $"/v1/searches/{other}", new { name = "Harbour", query = "rain" }, HttpStatusCode.BadRequest))
            .GetProperty("parameter").GetString().ShouldBe("name");
    }

    [Fact]
    public async Task Webhooks_are_added_listed_replayed_and_removed()
    {
        var saved = await SaveAsync("Harbour", "harbour");
        var hooks = $"/v1/searches/{saved}/webhooks";
        var hook = await Api.SendAsync(HttpMethod.Post, hooks, new { url = "https://desk.example/hook" }, HttpStatusCode.Created);
        hook.GetProperty("secret").GetString().ShouldStartWith("whsec_");
        var id = hook.GetProperty("id").GetString();
        var listed = (await Api.ReadAsync(hooks)).GetProperty("items").EnumerateArray().Single();
        (listed.GetProperty("id").GetString(), listed.GetProperty("secret").ValueKind).ShouldBe((id, JsonValueKind.Null));
        (await Api.ReadAsync($"{hooks}/{id}/deliveries")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await Api.SendAsync(HttpMethod.Post, $"{hooks}/{id}/replay", null, HttpStatusCode.OK)).GetProperty("deliveries").GetInt32().ShouldBe(0);
        await Api.SendAsync(HttpMethod.Post, $"{hooks}/{id}/deliveries/{Guid.Empty}/replay", null, HttpStatusCode.NotFound);

        var stranger = $"/v1/searches/{await SaveAsync("Rain", "rain")}/webhooks/{id}";
        await Api.SendAsync(HttpMethod.Get, $"{stranger}/deliveries", null, HttpStatusCode.NotFound);
        await Api.SendAsync(HttpMethod.Post, $"{stranger}/replay", null, HttpStatusCode.NotFound);
        await Api.SendAsync(HttpMethod.Delete, stranger, null, HttpStatusCode.NotFound);
        await Api.SendAsync(HttpMethod.Delete, $"{hooks}/{id}", null, HttpStatusCode.NoContent);
        (await Api.SendAsync(HttpMethod.Post, hooks, new { url = "ftp://desk.example/" }, HttpStatusCode.BadRequest)).GetProperty("parameter").GetString().ShouldBe("url");
    }

    private static string OpenFeed(JsonElement search, string format) => search.GetProperty("openFeeds").GetProperty(format).GetString()!;

    /// <summary>Somebody whose key is wrong, wherever the request comes from.</summary>
    private HttpClient Stranger()
    {
        var stranger = new HttpClient { BaseAddress = Api.Http.BaseAddress };
        stranger.DefaultRequestHeaders.Add("X-API-Key", "wrong");
        return stranger;
    }

    private async Task<string> SaveAsync(string name, string query) =>
        (await Api.SendAsync(HttpMethod.Post, "/v1/searches", new { name, query }, HttpStatusCode.Created)).GetProperty("id").GetString()!;
}

public sealed class SavedSearchesOnSqlite(PostgresFixture postgres) : SavedSearchTests(DatabaseKind.Sqlite, postgres);

public sealed class SavedSearchesOnPostgres(PostgresFixture postgres) : SavedSearchTests(DatabaseKind.Postgres, postgres);
