using Dateline.Persistence;
using Dateline.Testing;

namespace Dateline.Storage.Tests.Search;

public abstract class OldNewsTests(DatabaseKind kind, PostgresFixture postgres) : ArchiveSuite(kind, postgres)
{
    [Fact]
    public async Task Finds_a_common_word_that_has_not_been_used_lately()
    {
        foreach (var batch in Enumerable.Range(0, 1_600).Chunk(200))
        {
            await Archive.StoreAsync(batch.Select(n => News.Article(
                url: $"https://herald.example/{n}", title: $"Number {n}", text: n < 460 ? $"Regatta {n}" : $"Market {n}",
                published: News.Morning.AddMinutes(n - 2_000))));
        }

        var page = await Archive.SearchAsync("regatta", limit: 50);

        page.Total.Value.ShouldBe(460);
        page.Items.Select(item => item.Title).ShouldBe(Enumerable.Range(410, 50).Reverse().Select(n => $"Number {n}"));
        page.Next.ShouldNotBeNull();
    }
}

public sealed class OldNewsOnSqlite(PostgresFixture postgres) : OldNewsTests(DatabaseKind.Sqlite, postgres);

public sealed class OldNewsOnPostgres(PostgresFixture postgres) : OldNewsTests(DatabaseKind.Postgres, postgres);
