using Dateline.Persistence;
using Dateline.Storage.Data;
using Dateline.Storage.Search;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Tests.Search;

/// <summary>More matches than are gathered at once, and spread so unevenly that a part of the archive holds none of them or all.</summary>
public abstract class ManyMatchesTests(DatabaseKind kind, PostgresFixture postgres) : ArchiveSuite(kind, postgres)
{
    private const int Matching = 2_200;
    private const int Others = 1_300;

    [Theory]
    [InlineData("all of them old", ArticleSort.Newest)]
    [InlineData("all of them old", ArticleSort.Oldest)]
    [InlineData("every hundred together", ArticleSort.Newest)]
    public async Task Every_one_is_found_once_and_in_order(string spread, ArticleSort sort)
    {
        var gap = spread == "all of them old" ? Matching : 100;
        await Archive.StoreAsync(Enumerable.Range(0, Matching).Select(n => Report("viaduct", n, hour: n + (n / gap * Others / (Matching / gap)))));
        await Archive.StoreAsync(Enumerable.Range(0, Others).Select(n => Report("ferry", n, hour: spread == "all of them old" ? Matching + n : (n / 59 * 159) + 100 + (n % 59))));

        var (seen, cursor) = (new List<FoundArticle>(), (string?)null);
        do
        {
            var page = await Archive.SearchAsync("viaduct", sort, limit: 200, cursor: cursor);
            page.Items.Count.ShouldBeGreaterThan(0);
            page.Total.ShouldBeOneOf(new ArticleTotal(Matching, "exact"), new ArticleTotal(Matching, "estimated"));
            seen.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);

        var order = Enumerable.Range(0, Matching).Select(n => $"viaduct {n}");
        seen.Select(item => item.Title).ShouldBe(sort == ArticleSort.Oldest ? order : order.Reverse());
    }

    /// <summary>A walk would fill the page here; whoever has a small archive wants to know how many there are.</summary>
    [Fact]
    public async Task A_small_archive_counts_its_matches()
    {
        await Archive.StoreAsync(Enumerable.Range(0, 1_500).Select(n => Report("viaduct", n, n)));
        await Archive.Get<Database<ArchiveDb>>().WriteAsync((db, token) => db.Database.ExecuteSqlRawAsync("ANALYZE articles", token), CancellationToken.None);

        (await Archive.SearchAsync("viaduct")).Total.ShouldBe(new ArticleTotal(1_500, "exact"));
    }

    private static Contracts.ArticleEnriched Report(string word, int n, int hour) => News.Article(
        url: $"https://a.example/{word}/{n}", title: $"{word} {n}", text: $"The {word} is told of in report {n} of {n * 7} words that nobody else writes.", published: News.Morning.AddYears(-1).AddHours(hour));
}

public sealed class ManyMatchesOnSqlite(PostgresFixture postgres) : ManyMatchesTests(DatabaseKind.Sqlite, postgres);

public sealed class ManyMatchesOnPostgres(PostgresFixture postgres) : ManyMatchesTests(DatabaseKind.Postgres, postgres);
