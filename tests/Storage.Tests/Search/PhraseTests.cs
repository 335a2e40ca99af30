using Dateline.Persistence;
using Dateline.Storage.Data;
using Dateline.Storage.Search;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Tests.Search;

/// <summary>Two words that stand in more articles than are compared at once, side by side in some.</summary>
public abstract class PhraseTests(DatabaseKind kind, PostgresFixture postgres) : ArchiveSuite(kind, postgres)
{
    private const int Articles = 5_000;

    private DatabaseKind Kind => Archive.Get<Database<ArchiveDb>>().Kind;

    [Theory]
    [InlineData(ArticleSort.Newest)]
    [InlineData(ArticleSort.Oldest)]
    public async Task Finds_every_phrase_once_page_after_page(ArticleSort sort)
    {
        await StoreAsync(n => n % 500 == 7);
        var (seen, cursor, total) = (new List<string?>(), (string?)null, new List<ArticleTotal>());
        do
        {
            var page = await Archive.SearchAsync("\"north quay\"", sort, limit: 2, cursor: cursor);
            seen.AddRange(page.Items.Select(item => item.Title));
            total.Add(page.Total);
            if (page.Next is null)
                page.SearchedBackTo.ShouldBeNull();
            cursor = page.Next;
        }
        while (cursor is not null);

        var expected = Enumerable.Range(0, Articles).Where(n => n % 500 == 7).Select(n => $"Number {n}");
        seen.ShouldBe(sort == ArticleSort.Oldest ? expected : expected.Reverse());
        total.Distinct().ShouldBe([new ArticleTotal(10, Kind == DatabaseKind.Postgres ? "estimated" : "exact")]);
    }

    [Fact]
    public async Task Looks_on_while_it_finds_nothing()
    {
        await StoreAsync(n => n == 100);
        var page = await Archive.SearchAsync("\"north quay\"");
        page.Items.Select(item => item.Title).ShouldBe(["Number 100"]);
        page.Next.ShouldBeNull();
        page.Total.ShouldBe(new ArticleTotal(1, "exact"));
    }

    [Fact]
    public async Task Ranks_the_phrases_among_the_articles_that_were_compared_and_says_so()
    {
        await StoreAsync(n => n % 500 == 7);
        var page = await Archive.SearchAsync("\"north quay\"", ArticleSort.Relevance, limit: 3);
        var newest = Kind == DatabaseKind.Postgres ? 4 : 10;
        page.RankedAmong.ShouldBe(newest);
        (page.SearchedBackTo is not null).ShouldBe(Kind == DatabaseKind.Postgres);
        var rest = await Archive.SearchAsync("\"north quay\"", ArticleSort.Relevance, limit: 10, cursor: page.Next);
        rest.Items.Count.ShouldBe(newest - 3);
        rest.RankedAmong.ShouldBe(newest);
    }

    [Theory]
    [InlineData("\"north quay\" -\"quay number\"", 0)]
    [InlineData("\"north quay\" -\"number 7\"", 9)]
    [InlineData("north NEAR/1 quay -title:number", 0)]
    [InlineData("\"north quay\" published:2024-05-05", 10)]
    public async Task Excludes_by_the_whole_phrase_only(string query, int found)
    {
        await StoreAsync(n => n % 500 == 7);
        var (count, cursor) = (0, (string?)null);
        do
        {
            var page = await Archive.SearchAsync(query, cursor: cursor);
            (count, cursor) = (count + page.Items.Count, page.Next);
        }
        while (cursor is not null);
        count.ShouldBe(found);
    }

    private async Task StoreAsync(Func<int, bool> phrase)
    {
        foreach (var batch in Enumerable.Range(0, Articles).Chunk(250))
        {
            await Archive.StoreAsync(batch.Select(n => News.Article(
                url: $"https://herald.example/{n}", title: $"Number {n}", text: phrase(n) ? $"North quay number {n}" : $"Quay north {n}", published: News.Morning.AddSeconds(-40_000 + n))));
        }

        // The planner has to know by then what a real archive's background workers would have told it.
        if (Kind == DatabaseKind.Postgres)
            await Archive.ReadAsync((db, token) => db.Database.ExecuteSqlRawAsync("ANALYZE articles", token));
    }
}

public sealed class PhrasesOnSqlite(PostgresFixture postgres) : PhraseTests(DatabaseKind.Sqlite, postgres);

public sealed class PhrasesOnPostgres(PostgresFixture postgres) : PhraseTests(DatabaseKind.Postgres, postgres);
