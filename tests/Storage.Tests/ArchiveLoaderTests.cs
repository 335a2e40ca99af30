using Dateline.Benchmarks.Archives.Loading;
using Dateline.Persistence;
using Dateline.Storage.Articles;
using Dateline.Storage.Data;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Tests;

/// <summary>Figures taken from a loaded archive mean something only if the line would have stored the same.</summary>
public sealed class ArchiveLoaderTests(PostgresFixture postgres)
{
    private const int Articles = 600;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Loads_the_rows_that_the_line_would_have_stored(DatabaseKind kind)
    {
        await using var loaded = await Archive.CreateAsync(kind, postgres);
        await using var stored = await Archive.CreateAsync(kind, postgres);
        await new ArchiveLoader(loaded.Get<Database<ArchiveDb>>()).LoadAsync(Articles, Articles, _ => { }, TestContext.Current.CancellationToken);
        var writer = new NewsWriter(new NewsWire(Articles));
        foreach (var numbers in Enumerable.Range(0, Articles).Chunk(ArticleIntake.MaxBatch))
            await stored.Get<ArchiveWriter>().StoreAsync([.. numbers.Select(n => ArchiveLoader.Incoming(writer, n))], TestContext.Current.CancellationToken);

        (await RowsAsync(loaded, db => db.Articles, ArchiveColumns.Articles)).ShouldBe(await RowsAsync(stored, db => db.Articles, ArchiveColumns.Articles));
        (await RowsAsync(loaded, db => db.Arrivals, ArchiveColumns.Arrivals)).ShouldBe(await RowsAsync(stored, db => db.Arrivals, ArchiveColumns.Arrivals));
        (await RowsAsync(loaded, db => db.Shingles, ArchiveColumns.Shingles)).ShouldBe(await RowsAsync(stored, db => db.Shingles, ArchiveColumns.Shingles));
        (await RowsAsync(loaded, db => db.Stories, ArchiveColumns.Stories)).ShouldBe(await RowsAsync(stored, db => db.Stories, ArchiveColumns.Stories));
        (await RowsAsync(loaded, db => db.StoryTerms, ArchiveColumns.StoryTerms)).ShouldBe(await RowsAsync(stored, db => db.StoryTerms, ArchiveColumns.StoryTerms));
        (await loaded.ReadAsync((db, token) => db.Changes.CountAsync(token))).ShouldBe(Articles);
        (await loaded.ReadAsync((db, token) => db.Articles.CountAsync(row => row.DuplicateOf != null, token))).ShouldBeGreaterThan(0);
        (await loaded.ReadAsync((db, token) => db.Stories.CountAsync(row => row.Members > 1, token))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Repeats_texts_as_articles_of_later_periods()
    {
        await using var loaded = await Archive.CreateAsync(DatabaseKind.Postgres, postgres);
        await new ArchiveLoader(loaded.Get<Database<ArchiveDb>>()).LoadAsync(400, 100, _ => { }, TestContext.Current.CancellationToken);

        var articles = await loaded.ReadAsync((db, token) => db.Articles.OrderBy(row => row.Seq).ToListAsync(token));
        articles.Select(row => row.Id).Distinct().Count().ShouldBe(400);
        articles.Select(row => row.SortAt - articles[(int)(row.Seq - 1) % 100].SortAt).Distinct()
            .ShouldBe(Enumerable.Range(0, 4).Select(period => NewsWire.Span * period / 4));
        var words = articles[0].Title!;
        (await loaded.SearchAsync($"title:\"{words}\"")).Total.Value.ShouldBe(4);
        (await loaded.ReadAsync((db, token) => db.Changes.CountAsync(token))).ShouldBe(400);
        (await loaded.ReadAsync((db, token) => db.Shingles.Select(row => row.ArticleId).Distinct().CountAsync(token))).ShouldBe(400);
    }

    private static async Task<string[]> RowsAsync<TRow>(Archive archive, Func<ArchiveDb, IQueryable<TRow>> table, IReadOnlyList<Column<TRow>> columns)
    {
        var rows = await archive.ReadAsync((db, token) => table(db).ToListAsync(token));
        return [.. rows.Select(row => string.Join(" | ", columns.Select(column => Text(column.Value(row))))).Order(StringComparer.Ordinal)];
    }

    private static string Text(object? value) => value switch
    {
        DateTime time => time.ToString("O"),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        _ => $"{value}",
    };
}
