using System.IO.Compression;
using System.IO.Pipelines;
using Dateline.Storage.Data;
using Dateline.Storage.Search;
using Parquet;
using Parquet.Schema;

namespace Dateline.Storage.Delivery.Tables;

/// <summary>
/// Writes articles as a Parquet file, one group of rows after the other. Memory holds one group: Parquet keeps the values of a column
/// together, so the articles of a group have to be there before its first byte goes out.
/// </summary>
internal sealed class ParquetTableWriter(IReadOnlyList<ArticleField> fields) : IExportWriter
{
    private const int MostRowsOfGroup = 10_000;

    /// <summary>About 2 500 articles of usual length.</summary>
    private const int MostCharactersOfGroup = 8_000_000;

    private static readonly ParquetOptions Options = new()
    {
        CompressionMethod = CompressionMethod.Zstd,
        CompressionLevel = CompressionLevel.Fastest,
    };

    public string MediaType => "application/vnd.apache.parquet";

    public string FileName => "articles.parquet";

    /// <summary>
    /// The index of the file is written when the writer is disposed of. That happens after the last article and not when something
    /// fails: half an export has to be a file that no reader opens.
    /// </summary>
    public async Task WriteAsync(PipeWriter body, IAsyncEnumerable<IReadOnlyList<ArticleRow>> pages, bool resumed, CancellationToken cancellationToken)
    {
        var cursor = new ValueColumn<long>(IExportWriter.Cursor);
        var columns = fields.Select(field => (Field: field, Column: ParquetColumn.For(field))).ToList();
        var schema = new ParquetSchema([cursor.Field, .. columns.Select(column => column.Column.Field)]);
        await using var stream = new ForwardStream(body);
        var writer = await ParquetWriter.CreateAsync(schema, stream, Options, cancellationToken: cancellationToken);
        var (rows, characters) = (0, 0L);
        await foreach (var page in pages)
        {
            foreach (var row in page)
            {
                var article = ArticleRecord.Of(row);
                cursor.Add(row.Seq);
                foreach (var (field, column) in columns)
                    column.Add(field.Value(article));
                (rows, characters) = (rows + 1, characters + article.Text.Length);
                if (rows < MostRowsOfGroup && characters < MostCharactersOfGroup)
                    continue;
                await WriteGroupAsync();
                (rows, characters) = (0, 0L);
            }
        }

        if (rows > 0)
            await WriteGroupAsync();
        await writer.DisposeAsync();
        await stream.FlushAsync(cancellationToken);

        async Task WriteGroupAsync()
        {
            using var group = writer.CreateRowGroup();
            await cursor.WriteAsync(group, cancellationToken);
            foreach (var (_, column) in columns)
                await column.WriteAsync(group, cancellationToken);
            group.CompleteValidate();
        }
    }
}
