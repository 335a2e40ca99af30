using System.Net;
using System.Text.Json;
using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Storage.Tests.Revisions;

public abstract class RevisionApiTests(DatabaseKind kind, PostgresFixture postgres) : ApiSuite(kind, postgres)
{
    [Fact]
    public async Task Shows_each_change_of_title_text_authors_and_date()
    {
        var address = await ReviseAsync(
            News.Article(title: "One", published: News.Morning.AddDays(-2)),
            News.Article(title: "Two", published: News.Morning.AddDays(-2), fetchedMinute: 1),
            News.Article(title: "Two", published: News.Morning.AddDays(-2), text: News.Harbour + " Buses run.", fetchedMinute: 2),
            News.Article(title: "Two", published: News.Morning.AddDays(-2), text: News.Harbour + " Buses run.", authors: ["Bo Ek"], fetchedMinute: 3),
            News.Article(title: "Two", published: News.Morning.AddDays(-1), text: News.Harbour + " Buses run.", authors: ["Bo Ek"], fetchedMinute: 4));
        var items = (await Api.ReadAsync(address)).GetProperty("items").EnumerateArray().ToList();
        items.Select(item => item.GetProperty("number").GetInt32()).ShouldBe([5, 4, 3, 2, 1]);
        items.Take(4).Select(item => item.GetProperty("change").GetProperty("fields")[0].GetString()).ShouldBe(["published", "authors", "text", "title"]);
        items[^1].GetProperty("change").ValueKind.ShouldBe(JsonValueKind.Null);
        items[2].GetProperty("change").GetProperty("diff").GetString()!.ShouldContain("{+");
        items[3].GetProperty("change").GetProperty("flags")[0].GetString().ShouldBe("headline");
    }

    [Fact]
    public async Task Shows_a_change_word_by_word_and_what_was_said_at_a_moment()
    {
        var address = await ReviseAsync(News.Article(title: null, text: "The quay closes for three weeks."), News.Article(title: null, text: "The quay closes for four weeks.", fetchedMinute: 10));
        (await Api.ReadAsync(address + "?diff=words")).GetProperty("items")[0].GetProperty("change").GetProperty("words").EnumerateArray()
            .Select(run => (run.GetProperty("kind").GetString(), run.GetProperty("text").GetString()))
            .ShouldBe([("same", "The quay closes for "), ("removed", "three"), ("added", "four"), ("same", " weeks.")]);
        (await Api.ReadAsync(address + "?at=2024-05-06T08:05:00Z")).GetProperty("items").EnumerateArray().Single().GetProperty("text").GetString()
            .ShouldBe("The quay closes for three weeks.");
        (await Api.ReadAsync(address + "?at=2024-05-06T07:00:00Z")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("?diff=sideways")]
    [InlineData("?at=then")]
    [InlineData("?when=now")]
    public async Task Refuses_what_it_does_not_understand(string parameters) =>
        (await Api.SendAsync(HttpMethod.Get, await ReviseAsync(News.Article()) + parameters, null, HttpStatusCode.BadRequest)).GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();

    private async Task<string> ReviseAsync(params Contracts.ArticleEnriched[] documents)
    {
        var id = Guid.Empty;
        foreach (var document in documents)
            id = (await Api.StoreAsync(document))[0].ArticleId;
        return $"/v1/articles/{id}/revisions";
    }
}

public sealed class RevisionApiOnSqlite(PostgresFixture postgres) : RevisionApiTests(DatabaseKind.Sqlite, postgres);

public sealed class RevisionApiOnPostgres(PostgresFixture postgres) : RevisionApiTests(DatabaseKind.Postgres, postgres);
