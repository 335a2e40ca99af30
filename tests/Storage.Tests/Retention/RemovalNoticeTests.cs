using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Storage.Retention;
using Dateline.Testing;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Storage.Tests.Retention;

public abstract class RemovalNoticeTests(DatabaseKind kind, PostgresFixture postgres) : ArchiveSuite(kind, postgres)
{
    [Fact]
    public async Task Tells_of_every_document_of_a_removed_article_once()
    {
        var (first, second) = (News.Article(), News.Article(title: "Revised", fetchedMinute: 1));
        var stored = await Archive.StoreOneAsync(first);
        await Archive.StoreOneAsync(second);
        await Archive.Get<ArticleRemoval>().ByIdAsync(stored.ArticleId, "desk", "privacy", CancellationToken.None);

        var told = (await SendAsync()).Single();
        (told.ArticleId, told.Reason).ShouldBe((stored.ArticleId, "privacy"));
        told.DocumentIds.ShouldBe([first.Document.Id, second.Document.Id], ignoreOrder: true);
        (await SendAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tells_of_a_document_that_brings_a_removed_article_again()
    {
        var stored = await Archive.StoreOneAsync(News.Article());
        await Archive.Get<ArticleRemoval>().ByIdAsync(stored.ArticleId, "desk", "privacy", CancellationToken.None);
        await SendAsync();
        var again = News.Article(fetchedMinute: 9);
        await Archive.StoreOneAsync(again);
        await Archive.StoreOneAsync(again);
        (await SendAsync()).Single().DocumentIds.ShouldBe([again.Document.Id]);
    }

    private async Task<List<ArticleRemoved>> SendAsync()
    {
        await using var services = new ServiceCollection().AddMassTransitTestHarness().BuildServiceProvider();
        var harness = services.GetRequiredService<ITestHarness>();
        await harness.Start();
        await Archive.Get<RemovalNotices>().SendAsync(harness.Bus, CancellationToken.None);
        return [.. harness.Published.Select<ArticleRemoved>().Select(published => published.Context.Message)];
    }
}

public sealed class RemovalNoticesOnSqlite(PostgresFixture postgres) : RemovalNoticeTests(DatabaseKind.Sqlite, postgres);

public sealed class RemovalNoticesOnPostgres(PostgresFixture postgres) : RemovalNoticeTests(DatabaseKind.Postgres, postgres);
