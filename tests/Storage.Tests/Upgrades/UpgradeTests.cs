using Dateline.Contracts;
using Dateline.Persistence;
using Dateline.Query.Matching;
using Dateline.Query.Syntax;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;
using Dateline.Storage.Delivery;
using Dateline.Storage.Search;
using Dateline.Storage.Stories;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dateline.Storage.Tests.Upgrades;

/// <summary>A filled archive of the first version, brought up to date: what was stored then can do all that is stored now.</summary>
public abstract class UpgradeTests(DatabaseKind kind, PostgresFixture postgres) : IAsyncLifetime
{
    /// <summary>What the first version did not have.</summary>
    private static readonly string[] LaterColumns = ["duplicate_share", "copy_decided", "story_id", "gist"];

    private static readonly ArticleEnriched Old = News.Article(url: "https://a.example/1", published: News.Morning.AddDays(-2));

    private static readonly ArticleEnriched Older = News.Article(
        url: "https://b.example/1", title: "Harbour fair", text: "The harbour fair opens.", published: News.Morning.AddDays(-3));

    private Archive archive = null!;

    public async ValueTask InitializeAsync()
    {
        archive = await Archive.CreateEmptyAsync(kind, postgres);
        await archive.ReadAsync(async (db, token) =>
        {
            if (kind == DatabaseKind.Postgres)
                await db.Database.ExecuteSqlRawAsync("CREATE SCHEMA IF NOT EXISTS archive", token);
            await db.GetService<IMigrator>().MigrateAsync("Initial", token);
            return true;
        });
        foreach (var message in new[] { Old, Older })
            await archive.Get<Database<ArchiveDb>>().WriteAsync((db, token) => InsertAsync(db, Archive.Incoming(message).NewRow(), token), CancellationToken.None);
        await archive.MigrateAsync();
    }

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    [Fact]
    public async Task What_the_first_version_stored_is_found_followed_and_in_a_story()
    {
        var (old, older) = (Archive.Incoming(Old).Row.Id, Archive.Incoming(Older).Row.Id);
        var page = await archive.SearchAsync("harbour");
        page.Items.Select(item => item.Id).ShouldBe([old, older]);
        page.Items.Select(item => item.StoryId).ShouldBeUnique();
        (await archive.SearchAsync("harbour", collapse: CopyHandling.Story)).Total.Value.ShouldBe(2);
        var story = await archive.Get<StoryReader>().FindAsync(page.Items[0].StoryId, CancellationToken.None);
        (story!.Story.Members, story.Story.FirstArticle).ShouldBe((1, old));

        var changes = await archive.Get<ChangeReader>().ReadAsync(0, 100, new AllNode(), CancellationToken.None);
        changes.Items.Where(change => change.Kind == "inserted").Select(change => change.ArticleId).ShouldBe([old, older]);
    }

    [Fact]
    public async Task What_arrives_after_an_upgrade_goes_on_from_what_was_there()
    {
        var revised = await archive.StoreOneAsync(News.Article(url: "https://b.example/1", title: "Harbour fair over", text: "The fair is over.", fetchedMinute: 5));
        (revised.ArticleId, revised.Revision).ShouldBe((Archive.Incoming(Older).Row.Id, 2));
        (await archive.StoreOneAsync(News.Article(url: "https://c.example/1", fetchedMinute: 6))).DuplicateOf.ShouldBe(Archive.Incoming(Old).Row.Id);
        (await archive.SearchAsync("over")).Items.Single().Id.ShouldBe(revised.ArticleId);
        (await archive.Get<ChangeReader>().ReadAsync(0, 100, new AllNode(), CancellationToken.None)).Items[^1].Kind.ShouldBe("inserted");
    }

    private async Task InsertAsync(ArchiveDb db, ArticleRow row, CancellationToken cancellationToken)
    {
        var columns = ArchiveColumns.Articles.Where(column => !LaterColumns.Contains(column.Name)).ToList();
        var (names, markers) = (string.Join(", ", columns.Select(column => column.Name)), string.Join(", ", columns.Select(column => "@" + column.Name)));
        var values = columns.Select(column => ("@" + column.Name, column.Value(row)));
        var terms = IndexText.Of(Searchable.Of(row));
        var batch = new SqlBatch(db);
        if (kind == DatabaseKind.Postgres)
        {
            batch.Add($"INSERT INTO articles ({names}, search) VALUES ({markers}, CAST(@terms AS tsvector))", [.. values, ("@terms", TermVector.Of(terms))]);
        }
        else
        {
            batch.Add($"INSERT INTO articles ({names}, change) VALUES ({markers}, 1)", [.. values]);
            batch.Add(
                "INSERT INTO articles_fts (rowid, title, facts, body) VALUES (last_insert_rowid(), @title, @facts, @body)",
                ("@title", string.Join(' ', terms.Title)), ("@facts", string.Join(' ', terms.Facts)), ("@body", string.Join(' ', terms.Body)));
        }

        await batch.ExecuteAsync(cancellationToken);
    }
}

public sealed class UpgradeOnSqlite(PostgresFixture postgres) : UpgradeTests(DatabaseKind.Sqlite, postgres);

public sealed class UpgradeOnPostgres(PostgresFixture postgres) : UpgradeTests(DatabaseKind.Postgres, postgres);
