using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Storage.Articles;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Tests;

public abstract class IntakeTests(DatabaseKind kind, PostgresFixture postgres) : ArchiveSuite(kind, postgres)
{
    [Fact]
    public async Task A_poison_article_costs_only_itself()
    {
        var intake = Archive.Get<ArticleIntake>();
        var articles = Enumerable.Range(0, 64)
            .Select(n => Archive.Incoming(News.Article(url: $"https://a.example/{n}", title: $"Title {n}", text: $"Text {n}"))).ToList();
        articles[41].Row.Layout = null!; // the column takes no NULL

        var tasks = articles.Select(article => intake.StoreAsync(article, CancellationToken.None)).ToList();
        await Task.WhenAll(tasks.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));

        tasks.Select((task, n) => (task, n)).Where(pair => pair.task.IsFaulted).Select(pair => pair.n).ShouldBe([41]);
        (await tasks[0]).Outcome.ShouldBe(StoreOutcome.Stored);
        (await Archive.ReadAsync((db, token) => db.Articles.CountAsync(token))).ShouldBe(63);
    }
}

public sealed class IntakeOnSqlite(PostgresFixture postgres) : IntakeTests(DatabaseKind.Sqlite, postgres);

public sealed class IntakeOnPostgres(PostgresFixture postgres) : IntakeTests(DatabaseKind.Postgres, postgres);
