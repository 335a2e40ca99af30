using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Storage.Tests.Delivery;

public abstract class StreamTests(DatabaseKind kind, PostgresFixture postgres) : ApiSuite(kind, postgres)
{
    [Fact]
    public async Task Resumes_by_the_last_event_without_a_gap()
    {
        await Api.StoreAsync(Numbered(0), Numbered(1));
        var first = await ListenAsync("/v1/stream?after=0", null, until: 1);
        await Api.StoreAsync(Numbered(2));
        var rest = await ListenAsync("/v1/stream", first[^1].EventId, until: 2);
        first.Concat(rest).Select(item => Title(item.Data)).ShouldBe(["Number 0", "Number 1", "Number 2"]);
        rest.ShouldAllBe(item => item.EventType == "inserted");
    }

    [Fact]
    public async Task Tells_what_happens_while_somebody_listens()
    {
        await Api.StoreAsync(Numbered(0));
        using var response = await OpenAsync("/v1/stream?q=number", null);
        await using var body = await response.Content.ReadAsStreamAsync();
        await using var events = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();
        (await events.MoveNextAsync()).ShouldBeTrue();
        events.Current.EventType.ShouldBe("position");

        await Api.StoreAsync(News.Article(url: "https://herald.example/x", title: "Other", text: "Not asked for."));
        await Api.StoreAsync(Numbered(1));
        (await events.MoveNextAsync()).ShouldBeTrue();
        (events.Current.EventType, Title(events.Current.Data)).ShouldBe(("inserted", "Number 1"));
    }

    [Fact]
    public async Task Refuses_an_id_that_it_never_gave()
    {
        using var response = await OpenAsync("/v1/stream", "yesterday");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<List<SseItem<string>>> ListenAsync(string address, string? lastEventId, int until)
    {
        using var response = await OpenAsync(address, lastEventId);
        await using var body = await response.Content.ReadAsStreamAsync();
        var items = new List<SseItem<string>>();
        await foreach (var item in SseParser.Create(body).EnumerateAsync())
        {
            if (item.EventType == "position")
                continue;
            items.Add(item);
            if (items.Count == until)
                break;
        }

        return items;
    }

    private Task<HttpResponseMessage> OpenAsync(string address, string? lastEventId)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        return Api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static string? Title(string data) => JsonDocument.Parse(data).RootElement.GetProperty("article").GetProperty("title").GetString();

    private static Contracts.ArticleEnriched Numbered(int n) =>
        News.Article(url: $"https://herald.example/{n}", title: $"Number {n}", text: $"The text of number {n}.");
}

public sealed class StreamOnSqlite(PostgresFixture postgres) : StreamTests(DatabaseKind.Sqlite, postgres);

public sealed class StreamOnPostgres(PostgresFixture postgres) : StreamTests(DatabaseKind.Postgres, postgres);
