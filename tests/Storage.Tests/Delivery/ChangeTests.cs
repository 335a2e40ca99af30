using Dateline.Persistence;
using Dateline.Query.Syntax;
using Dateline.Storage.Data;
using Dateline.Storage.Delivery;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Tests.Delivery;

public abstract class ChangeTests(DatabaseKind kind, PostgresFixture postgres) : ArchiveSuite(kind, postgres)
{
    [Fact]
    public async Task Tells_of_insert_update_and_retraction_in_their_order()
    {
        var stored = await Archive.StoreOneAsync(News.Article());
        await Archive.StoreOneAsync(News.Article(title: "Harbour stays open", fetchedMinute: 1));
        await Archive.StoreOneAsync(News.Article(url: "https://herald.example/other", text: "Another text about other things."));
        await RetractAsync(stored.ArticleId);

        var page = await ReadAsync(0);
        page.Items.Select(change => change.Kind).ShouldBe(["inserted", "updated", "inserted", "retracted"]);
        page.Items.Select(change => change.Revision).ShouldBe([1, 2, 1, 2]);
        page.Items.Select(change => change.Position).ShouldBeInOrder();
        page.Items[0].Article.ShouldBeNull("the article is gone by now");
        page.Items[2].Article!.Url.ShouldBe("https://herald.example/other");
        page.UpToDate.ShouldBeTrue();
        (await ReadAsync(page.Next)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_document_that_changes_nothing_is_no_change()
    {
        await Archive.StoreOneAsync(News.Article());
        await Archive.StoreOneAsync(News.Article(fetchedMinute: 1));
        (await ReadAsync(0)).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Goes_on_where_a_page_ended()
    {
        await Archive.StoreAsync(Enumerable.Range(0, 25).Select(Numbered));
        var (seen, after) = (new List<long>(), 0L);
        ChangePage page;
        do
        {
            page = await ReadAsync(after, limit: 7);
            seen.AddRange(page.Items.Select(change => change.Position));
            after = page.Next;
        }
        while (!page.UpToDate);
        seen.Count.ShouldBe(25);
        seen.ShouldBeUnique();
        seen.ShouldBeInOrder();
    }

    [Fact]
    public async Task With_a_query_tells_what_no_longer_matches()
    {
        await Archive.StoreAsync(News.Article(), News.Article(url: "https://herald.example/weather", title: "Rain", text: "It rains in the valley."));
        await Archive.StoreOneAsync(News.Article(title: "Nothing of it", text: "Something else entirely was written here.", fetchedMinute: 1));
        var page = await ReadAsync(0, query: "rain OR harbour");
        page.Items.Select(change => (change.Kind, change.Article?.Title)).ShouldBe([("inserted", "Rain"), ("unmatched", null)]);
    }

    [Fact]
    public async Task Misses_nothing_while_many_write()
    {
        using var reading = new CancellationTokenSource();
        var (seen, after) = (new List<ChangedArticle>(), 0L);
        var reader = Task.Run(async () =>
        {
            var written = false;
            while (true)
            {
                var page = await ReadAsync(after, limit: 50);
                seen.AddRange(page.Items);
                after = page.Next;
                if (written && page.UpToDate)
                    return;
                written = reading.IsCancellationRequested; // one more look after the last writer
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 12).Select(writer => Task.Run(async () =>
        {
            for (var batch = 0; batch < 6; batch++)
                await Archive.StoreAsync(Enumerable.Range(0, 5).Select(n => Numbered(writer * 1000 + batch * 10 + n)));
        })));
        await reading.CancelAsync();
        await reader;

        var expected = await Archive.ReadAsync((db, token) => db.Articles.Select(row => row.Id).ToListAsync(token));
        expected.Count.ShouldBe(12 * 6 * 5);
        seen.Select(change => change.ArticleId).Order().ShouldBe(expected.Order());
        seen.Select(change => change.Position).ShouldBeInOrder();
    }

    private protected Task<ChangePage> ReadAsync(long after, int limit = 100, string query = "") =>
        Archive.Get<ChangeReader>().ReadAsync(after, limit, QueryParser.Parse(query).Root!, CancellationToken.None);

    private protected Task RetractAsync(Guid id) => Archive.Get<Database<ArchiveDb>>().WriteAsync(
        (db, token) => db.Articles.Where(row => row.Id == id).ExecuteDeleteAsync(token), CancellationToken.None);

    private protected static Contracts.ArticleEnriched Numbered(int n) =>
        News.Article(url: $"https://herald.example/{n}", title: $"Number {n}", text: $"The text of number {n}.");
}

public sealed class ChangesOnSqlite(PostgresFixture postgres) : ChangeTests(DatabaseKind.Sqlite, postgres);

public sealed class ChangesOnPostgres(PostgresFixture postgres) : ChangeTests(DatabaseKind.Postgres, postgres)
{
    [Fact]
    public async Task A_slow_transaction_is_neither_missed_nor_waited_for()
    {
        var stored = await Archive.StoreOneAsync(Numbered(0));
        var (written, finish) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = Archive.Get<Database<ArchiveDb>>().WriteAsync(async (db, token) =>
        {
            await db.Articles.Where(row => row.Id == stored.ArticleId).ExecuteUpdateAsync(row => row.SetProperty(article => article.Title, "Slow"), token);
            written.SetResult();
            await finish.Task;
        }, CancellationToken.None);
        await written.Task;

        var quick = await Archive.StoreOneAsync(Numbered(1));
        var page = await ReadAsync(0);
        page.Items.Select(change => change.ArticleId).ShouldBe([stored.ArticleId, quick.ArticleId]);

        finish.SetResult();
        await slow;
        (await ReadAsync(page.Next)).Items.Select(change => (change.Kind, change.Article!.Title)).ShouldBe([("updated", "Slow")]);
    }
}
