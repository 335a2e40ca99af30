using System.IO.Pipelines;
using System.Text.Json;
using Dateline.Persistence;
using Dateline.Storage.Data;
using Dateline.Storage.Delivery.Tables;
using Dateline.Storage.Search;
using Dateline.Testing;
using Microsoft.EntityFrameworkCore;
using Parquet;
using Parquet.Schema;
using Parquet.Serialization;

namespace Dateline.Storage.Tests.Delivery;

public abstract class ParquetExportTests(DatabaseKind kind, PostgresFixture postgres) : ApiSuite(kind, postgres)
{
    private static readonly Type Text = typeof(ReadOnlyMemory<char>);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task Holds_what_the_lines_of_JSON_hold()
    {
        await Api.StoreAsync(Enumerable.Range(0, 450).Select(Numbered));
        await Api.StoreAsync(News.Article(url: null, title: "=SUM(1)", text: "Ein Wort für alle.", authors: ["=Ann", "Bo; Co"], language: "de"));
        var named = News.Article(url: "https://herald.example/named", title: "Named");
        await Api.StoreAsync(named with { Enrichment = named.Enrichment with { Entities = [Named("Torvik"), Named("Skarnes")] } });
        var expected = (await Api.Http.GetStringAsync("/v1/export")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).Select(OfLine).ToList();
        var found = await RowsAsync(await FileAsync(""));
        found.Select(row => JsonSerializer.Serialize(row, Json)).ShouldBe(expected.Select(row => JsonSerializer.Serialize(row, Json)));
        found.Count.ShouldBe(452);
        found[^2].Title.ShouldBe("=SUM(1)");
        found[^1].Entities.ShouldBe(["Torvik", "Skarnes"]);
    }

    [Fact]
    public async Task Columns_have_types()
    {
        await Api.StoreAsync(Numbered(1));
        await using var reader = await ParquetReader.CreateAsync(await FileAsync("&fields=id,title,authors,publishedAt,wordCount"));
        reader.Schema.Fields.Select(field => field.Name).ShouldBe(["cursor", "id", "title", "authors", "publishedAt", "wordCount"]);
        reader.Schema.GetDataFields().Select(field => field.ClrType).ShouldBe([typeof(long), typeof(Guid), Text, Text, typeof(DateTime), typeof(int)]);
        reader.Schema.Fields[3].ShouldBeOfType<ListField>();
        reader.Schema.Fields[4].ShouldBeOfType<DateTimeDataField>().IsAdjustedToUTC.ShouldBeTrue();
    }

    [Fact]
    public async Task Goes_on_in_a_file_of_its_own()
    {
        await Api.StoreAsync(Enumerable.Range(0, 9).Select(Numbered));
        var first = await RowsAsync(await FileAsync("&q=number"));
        await Api.StoreAsync(Enumerable.Range(9, 3).Select(Numbered));
        (await RowsAsync(await FileAsync($"&after={first[^1].Cursor}"))).Select(row => row.Title).ShouldBe(["Number 9", "Number 10", "Number 11"]);
    }

    [Fact]
    public async Task No_match_is_a_file_without_rows() => (await RowsAsync(await FileAsync("&q=nothing"))).ShouldBeEmpty();

    [Fact]
    public async Task What_breaks_off_is_no_file_that_opens()
    {
        await Api.StoreAsync(Enumerable.Range(0, 9).Select(Numbered));
        var rows = await Api.Get<Database<ArchiveDb>>().ReadAsync((db, token) => db.Articles.ToListAsync(token), CancellationToken.None);
        var written = new MemoryStream();
        var body = PipeWriter.Create(written, new StreamPipeWriterOptions(leaveOpen: true));
        await Should.ThrowAsync<IOException>(() => new ParquetTableWriter(ArticleFields.All).WriteAsync(body, BreaksOff(rows), resumed: false, CancellationToken.None));
        await body.CompleteAsync();
        written.Length.ShouldBeGreaterThan(1_000);
        await Should.ThrowAsync<Exception>(() => ParquetReader.CreateAsync(new MemoryStream(written.ToArray())));
    }

    /// <summary>Enough for one group of rows, then the database is gone.</summary>
    private static async IAsyncEnumerable<IReadOnlyList<ArticleRow>> BreaksOff(IReadOnlyList<ArticleRow> rows)
    {
        for (var read = 0; read < 12_000; read += rows.Count)
            yield return rows;
        await Task.Yield();
        throw new IOException("The database is gone.");
    }

    private async Task<Stream> FileAsync(string choice)
    {
        using var answer = await Api.Http.GetAsync($"/v1/export?format=parquet{choice}");
        answer.EnsureSuccessStatusCode();
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.apache.parquet");
        answer.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("articles.parquet");
        return new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
    }

    private static async Task<List<ExportedRow>> RowsAsync(Stream file) =>
        [.. (await ParquetSerializer.DeserializeAsync<ExportedRow>(file, new ParquetOptions { PropertyNameCaseInsensitive = true })).Data];

    private static ExportedRow OfLine(JsonElement line) => new()
    {
        Cursor = long.Parse(line.GetProperty("cursor").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
        Id = line.GetProperty("id").GetGuid(),
        Url = line.GetProperty("url").GetString(),
        Title = line.GetProperty("title").GetString(),
        Authors = [.. line.GetProperty("authors").EnumerateArray().Select(author => author.GetString()!)],
        PublishedAt = line.GetProperty("publishedAt").ValueKind == JsonValueKind.Null ? null : line.GetProperty("publishedAt").GetDateTime(),
        Text = line.GetProperty("text").GetString(),
        Entities = [.. line.GetProperty("entities").EnumerateArray().Select(entity => entity.GetProperty("canonical").GetString()!)],
        SourceId = line.GetProperty("sourceId").ValueKind == JsonValueKind.Null ? null : line.GetProperty("sourceId").GetGuid(),
        WordCount = line.GetProperty("wordCount").GetInt32(),
        StoredAt = line.GetProperty("storedAt").GetDateTime(),
    };

    private static Contracts.Entity Named(string name) => new() { Text = name, Canonical = name, Type = "place" };

    private static Contracts.ArticleEnriched Numbered(int n) => News.Article(
        url: $"https://herald.example/{n}", title: n % 5 == 4 && n > 20 ? null : $"Number {n}", text: $"The text of number {n}.", authors: [.. Enumerable.Range(0, n % 4).Select(a => $"Author {a}")],
        sourceId: n % 3 == 0 ? Guid.Parse("0192d3a0-0000-7000-8000-000000000001") : null, published: n % 7 == 0 ? null : News.Morning.AddMinutes(n));
}

public sealed class ParquetExportOnSqlite(PostgresFixture postgres) : ParquetExportTests(DatabaseKind.Sqlite, postgres);

public sealed class ParquetExportOnPostgres(PostgresFixture postgres) : ParquetExportTests(DatabaseKind.Postgres, postgres);
