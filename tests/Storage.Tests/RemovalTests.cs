using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Storage.Retention;
using Dateline.Storage.Revisions;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Tests;

public abstract class RemovalTests(DatabaseKind kind, PostgresFixture postgres) : ArchiveSuite(kind, postgres)
{
    [Fact]
    public async Task What_was_removed_does_not_come_back()
    {
        var message = News.Article();
        var stored = await Archive.StoreOneAsync(message);
        await Archive.StoreOneAsync(News.Article(title: "Revised", fetchedMinute: 1));
        (await Archive.Get<ArticleRemoval>().ByIdAsync(stored.ArticleId, "desk", "court order", CancellationToken.None)).Articles.ShouldBe(1);

        (await Archive.StoreOneAsync(message)).Outcome.ShouldBe(StoreOutcome.Unchanged);
        var polled = await Archive.StoreOneAsync(News.Article(title: "Polled again", fetchedMinute: 9));
        polled.Reason!.ShouldContain("not stored again: court order");
        (await Archive.SearchAsync("harbour")).Items.ShouldBeEmpty();
        (await Archive.Get<RevisionReader>().FindAsync(stored.ArticleId, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_copy_takes_the_place_of_a_removed_original()
    {
        var first = await Archive.StoreOneAsync(News.Article(url: "https://a.example/1"));
        var second = await Archive.StoreOneAsync(News.Article(url: "https://b.example/1", fetchedMinute: 1));
        var third = await Archive.StoreOneAsync(News.Article(url: "https://c.example/1", fetchedMinute: 2));
        await Archive.Get<ArticleRemoval>().ByUrlAsync("https://a.example/1", "desk", "asked for", CancellationToken.None);

        var links = await Archive.ReadAsync((db, token) => db.Articles.ToDictionaryAsync(row => row.Id, row => row.DuplicateOf, token));
        links.ShouldBe(new Dictionary<Guid, Guid?> { [second.ArticleId] = null, [third.ArticleId] = second.ArticleId }, ignoreOrder: true);
        var story = await Archive.ReadAsync((db, token) => db.Stories.SingleAsync(row => row.Id == first.StoryId, token));
        story.Members.ShouldBe(2);
        story.FirstArticle.ShouldBe(second.ArticleId);
    }

    [Fact]
    public async Task Removes_a_source_and_logs_it()
    {
        var source = Guid.CreateVersion7(News.Morning);
        await Archive.StoreAsync(
            News.Article(url: "https://a.example/1", sourceId: source), News.Article(url: "https://a.example/2", sourceId: source), News.Article(url: "https://b.example/1"));
        await Archive.Get<ArticleRemoval>().BySourceAsync(source, "desk", "contract ended", CancellationToken.None);

        (await Archive.SearchAsync()).Items.Single().Url.ShouldBe("https://b.example/1");
        var entry = (await Archive.Get<ArticleRemoval>().LogAsync(10, CancellationToken.None)).Single();
        (entry.By, entry.Kind, entry.Selection, entry.Reason, entry.Articles).ShouldBe(("desk", "source", source.ToString(), "contract ended", 2));
    }

    [Fact]
    public async Task Keeps_articles_as_long_as_the_longest_rule_for_them_says()
    {
        var source = Guid.CreateVersion7(News.Morning);
        await Archive.StoreAsync(
            News.Article(url: "https://a.example/old", sourceId: source),
            News.Article(url: "https://a.example/kept", sourceId: source, tags: ["Court, \"50%\""]),
            News.Article(url: "https://b.example/other"));
        var rules = Archive.Get<RetentionRules>();
        await rules.AddAsync(new RetentionRequest(source, null, 30), CancellationToken.None);
        await rules.AddAsync(new RetentionRequest(null, "court, \"50%\"", 36_500), CancellationToken.None);

        (await rules.ApplyAsync(CancellationToken.None)).ShouldBe(1);
        (await Archive.SearchAsync()).Items.Select(item => item.Url).ShouldBe(["https://a.example/kept", "https://b.example/other"], ignoreOrder: true);
        (await rules.ApplyAsync(CancellationToken.None)).ShouldBe(0);
    }
}

public sealed class RemovalOnSqlite(PostgresFixture postgres) : RemovalTests(DatabaseKind.Sqlite, postgres);

public sealed class RemovalOnPostgres(PostgresFixture postgres) : RemovalTests(DatabaseKind.Postgres, postgres);
