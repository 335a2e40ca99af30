using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Storage.Tests.Search;

public abstract class SelectionTests(DatabaseKind kind, PostgresFixture postgres) : ApiSuite(kind, postgres)
{
    [Fact]
    public async Task Answers_with_the_fields_that_were_asked_for()
    {
        await Api.StoreAsync(News.Article());
        var page = await Api.ReadAsync("/v1/articles?fields=title,text");
        page.GetProperty("items")[0].EnumerateObject().Select(member => member.Name).ShouldBe(["title", "text"]);
        page.GetProperty("items")[0].GetProperty("text").GetString().ShouldBe(News.Harbour);
        page.GetProperty("total").GetProperty("value").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task Says_not_modified_until_the_archive_changes()
    {
        await Api.StoreAsync(News.Article());
        const string address = "/v1/articles?q=harbour";
        using var first = await Api.Http.GetAsync(address);
        (await AgainAsync(address, first.Headers.ETag!)).ShouldBe(HttpStatusCode.NotModified);
        (await AgainAsync("/v1/articles?q=ferries", first.Headers.ETag!)).ShouldBe(HttpStatusCode.OK);
        await Api.StoreAsync(News.Article(url: "https://herald.example/new", title: "New"));
        (await AgainAsync(address, first.Headers.ETag!)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Walks_from_the_oldest_too()
    {
        await Api.StoreAsync(Enumerable.Range(0, 5).Select(n => News.Article(url: $"https://a.example/{n}", title: $"{n}", published: News.Morning.AddDays(-n))));
        var first = await Api.ReadAsync("/v1/articles?sort=oldest&limit=3");
        var second = await Api.ReadAsync($"/v1/articles?sort=oldest&limit=3&cursor={first.GetProperty("next").GetString()}");
        Titles(first).Concat(Titles(second)).ShouldBe(["4", "3", "2", "1", "0"]);
    }

    [Fact]
    public async Task Pages_neither_skip_nor_repeat_while_another_writes()
    {
        await Api.StoreAsync(Enumerable.Range(0, 120).Select(n => Numbered(n, n / 30)));
        using var done = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var n = 1000; !done.IsCancellationRequested; n += 2)
                await Api.StoreAsync(Numbered(n, 3), Numbered(n + 1, 0));
        });

        var (seen, cursor) = (new List<string?>(), (string?)null);
        do
        {
            var page = await Api.ReadAsync($"/v1/articles?q=harbour&limit=10{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(Titles(page));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null && seen.Count < 5_000 && !Enumerable.Range(0, 120).All(n => seen.Contains($"Harbour {n}")));
        await done.CancelAsync();
        await writer;

        seen.ShouldBeUnique();
        Enumerable.Range(0, 120).ShouldAllBe(n => seen.Contains($"Harbour {n}"));
    }

    private async Task<HttpStatusCode> AgainAsync(string address, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag);
        using var response = await Api.Http.SendAsync(request);
        return response.StatusCode;
    }

    private static IEnumerable<string?> Titles(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString());

    private static Contracts.ArticleEnriched Numbered(int n, int day) => News.Article(
        url: $"https://a.example/{n}", title: $"Harbour {n}", text: $"The harbour number {n}.", published: News.Morning.AddDays(day - 10));
}

public sealed class SelectionOnSqlite(PostgresFixture postgres) : SelectionTests(DatabaseKind.Sqlite, postgres);

public sealed class SelectionOnPostgres(PostgresFixture postgres) : SelectionTests(DatabaseKind.Postgres, postgres);
