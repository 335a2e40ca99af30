using System.Net;
using System.Text.Json;
using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Storage.Data;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Tests.Figures;

public abstract class FigureTests(DatabaseKind kind, PostgresFixture postgres) : ApiSuite(kind, postgres)
{
    private static readonly Guid Herald = Guid.Parse("0192d3a0-0000-7000-8000-000000000001");

    [Fact]
    public async Task Counts_what_matches_have_in_common()
    {
        await Api.StoreAsync(
            Piece(1, "harbour", "en", ["Ann Lee"], "Oslo"), Piece(2, "harbour", "en", ["Ann Lee", "Bo Ek"], "Oslo"),
            Piece(3, "harbour", "de", ["Bo Ek"], "Bergen"), Piece(4, "weather", "en", ["Cy Dahl"], "Oslo"));
        var facets = await Api.ReadAsync("/v1/facets?q=harbour&fields=language,author,entity,source,site");
        Values(facets, 0).ShouldBe([("en", 2, "lang:en"), ("de", 1, "lang:de")]);
        Values(facets, 1).ShouldBe([("Ann Lee", 2, "author:\"Ann Lee\""), ("Bo Ek", 2, "author:\"Bo Ek\"")]);
        Values(facets, 2).ShouldBe([("Oslo", 2, "entity:\"Oslo\""), ("Bergen", 1, "entity:\"Bergen\"")]);
        Values(facets, 3).Single().ShouldBe((Herald.ToString(), 3, $"source:\"{Herald}\""));
        facets.GetProperty("items")[3].GetProperty("values")[0].GetProperty("label").GetString().ShouldBe("Herald");
        Values(facets, 4).ShouldBe([("herald.example", 3, "site:\"herald.example\"")]);
        facets.GetProperty("items").EnumerateArray().ShouldAllBe(facet => facet.GetProperty("counting").GetString() == "exact");

        foreach (var facet in facets.GetProperty("items").EnumerateArray())
        {
            foreach (var value in facet.GetProperty("values").EnumerateArray())
            {
                var narrowed = await Api.ReadAsync($"/v1/articles?q={Uri.EscapeDataString($"harbour {value.GetProperty("query").GetString()}")}");
                narrowed.GetProperty("total").GetProperty("value").GetInt64().ShouldBe(value.GetProperty("count").GetInt64());
            }
        }
    }

    [Fact]
    public async Task Spreads_matches_over_time_against_all_articles()
    {
        await Api.StoreAsync(
            Dated(1, "harbour", "2024-05-01T01:00:00Z"), Dated(2, "harbour", "2024-05-01T23:00:00Z"), Dated(3, "weather", "2024-05-01T12:00:00Z"),
            Dated(4, "weather", "2024-05-02T12:00:00Z"), Dated(5, "harbour", "2024-05-03T00:00:00Z"));
        var days = await Api.ReadAsync("/v1/timeline?q=harbour&interval=day");
        Buckets(days).ShouldBe([("2024-05-01", 2, 3), ("2024-05-02", 0, 1), ("2024-05-03", 1, 1)]);
        days.GetProperty("items")[0].GetProperty("share").GetDouble().ShouldBe(0.666667);
        Buckets(await Api.ReadAsync("/v1/timeline?q=harbour&interval=week")).ShouldBe([("2024-04-29", 3, 5)]);
        Buckets(await Api.ReadAsync("/v1/timeline?q=harbour&interval=2months")).ShouldBe([("2024-05-01", 3, 5)]);
        Buckets(await Api.ReadAsync("/v1/timeline?q=weather&interval=12h")).Select(bucket => bucket.Item2).ShouldBe([1, 0, 1]);
        Buckets(await Api.ReadAsync("/v1/timeline?q=harbour&interval=year")).ShouldBe([("2024-01-01", 3, 5)]);
    }

    [Fact]
    public async Task Counts_times_before_1970_in_their_own_buckets()
    {
        await Api.StoreAsync(Dated(1, "harbour", "1969-12-31T12:00:00Z"), Dated(2, "harbour", "1970-01-01T12:00:00Z"));
        Buckets(await Api.ReadAsync("/v1/timeline")).ShouldBe([("1969-12-31", 1, 1), ("1970-01-01", 1, 1)]);
    }

    [Fact]
    public async Task Marks_times_in_which_nothing_was_stored()
    {
        await Api.StoreAsync(
            Dated(1, "harbour", "2024-05-01T01:00:00Z"), Dated(2, "harbour", "2024-05-02T01:00:00Z"), Dated(3, "harbour", "2024-05-03T01:00:00Z"));
        await Api.Get<Database<ArchiveDb>>().WriteAsync(async (db, token) =>
        {
            foreach (var (id, day) in new[] { (1, 1), (2, 3), (3, 3) })
                await db.Changes.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(change => change.At, new DateTime(2024, 5, day, 0, 0, 0, DateTimeKind.Utc)), token);
        }, CancellationToken.None);
        (await Api.ReadAsync("/v1/timeline?q=harbour")).GetProperty("items").EnumerateArray().Select(bucket => bucket.GetProperty("gap").GetBoolean())
            .ShouldBe([false, true, false]);
    }

    [Fact]
    public async Task Lists_who_and_what_is_named()
    {
        await Api.StoreAsync(Piece(1, "harbour", "en", [], "Oslo"), Piece(2, "harbour", "en", [], "Oslo"), Piece(3, "harbour", "en", [], "Ann Lee", "person"));
        var list = await Api.ReadAsync("/v1/entities?q=harbour");
        list.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("name").GetString(), item.GetProperty("type").GetString(), item.GetProperty("articles").GetInt64()))
            .ShouldBe([("Oslo", "place", 2), ("Ann Lee", "person", 1)]);
        (await Api.ReadAsync("/v1/entities?type=person")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("/v1/facets?fields=colour", "fields")]
    [InlineData("/v1/facets?top=0", "top")]
    [InlineData("/v1/timeline?interval=fortnight", "interval")]
    [InlineData("/v1/timeline?step=day", "step")]
    [InlineData("/v1/entities?type=robot", "type")]
    [InlineData("/v1/changes?after=soon", "after")]
    [InlineData("/v1/export?format=xml", "format")]
    [InlineData("/v1/export?fields=secret", "fields")]
    [InlineData("/v1/articles?fields=secret", "fields")]
    public async Task Refuses_what_it_does_not_understand(string address, string parameter) =>
        (await Api.SendAsync(HttpMethod.Get, address, null, HttpStatusCode.BadRequest)).GetProperty("parameter").GetString().ShouldBe(parameter);

    private static IEnumerable<(string?, long, string?)> Values(JsonElement facets, int index) =>
        facets.GetProperty("items")[index].GetProperty("values").EnumerateArray()
            .Select(value => (value.GetProperty("value").GetString(), value.GetProperty("count").GetInt64(), value.GetProperty("query").GetString()));

    private static List<(string, long, long)> Buckets(JsonElement timeline) =>
        [.. timeline.GetProperty("items").EnumerateArray().Select(bucket => (
            bucket.GetProperty("start").GetString()![..10], bucket.GetProperty("count").GetInt64(), bucket.GetProperty("all").GetInt64()))];

    private static ArticleEnriched Piece(int n, string word, string language, string[] authors, string entity, string type = "place")
    {
        var message = News.Article(
            url: $"https://herald.example/{n}", title: $"Number {n}", text: $"The {word} of number {n}.", language: language,
            authors: authors, sourceId: Herald, sourceTitle: "Herald");
        return message with { Enrichment = message.Enrichment with { Entities = [new Entity { Text = entity, Canonical = entity, Type = type }] } };
    }

    private static ArticleEnriched Dated(int n, string word, string published) => News.Article(
        url: $"https://herald.example/{n}", title: $"Number {n}", text: $"The {word} of number {n}.",
        published: DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture));
}

public sealed class FiguresOnSqlite(PostgresFixture postgres) : FigureTests(DatabaseKind.Sqlite, postgres);

public sealed class FiguresOnPostgres(PostgresFixture postgres) : FigureTests(DatabaseKind.Postgres, postgres);
