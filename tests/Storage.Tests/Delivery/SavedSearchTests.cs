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

    private async Task<string> SaveAsync(string name, string query) =>
        (await Api.SendAsync(HttpMethod.Post, "/v1/searches", new { name, query }, HttpStatusCode.Created)).GetProperty("id").GetString()!;
}

public sealed class SavedSearchesOnSqlite(PostgresFixture postgres) : SavedSearchTests(DatabaseKind.Sqlite, postgres);

public sealed class SavedSearchesOnPostgres(PostgresFixture postgres) : SavedSearchTests(DatabaseKind.Postgres, postgres);
