using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Dateline.Storage.Data;
using Dateline.Storage.Search;

namespace Dateline.Storage.Delivery;

/// <summary>Writes articles as lines of JSON.</summary>
internal sealed class JsonLineWriter(IReadOnlyList<ArticleField> fields, JsonSerializerOptions json) : IExportWriter
{
    public string MediaType => "application/x-ndjson";

    public string FileName => "articles.ndjson";

    public async Task WriteAsync(PipeWriter body, IAsyncEnumerable<IReadOnlyList<ArticleRow>> pages, bool resumed, CancellationToken cancellationToken)
    {
        await foreach (var page in pages)
        {
            foreach (var row in page)
                body.Write(Line(row));
            await body.FlushAsync(cancellationToken);
        }
    }

    private byte[] Line(ArticleRow row)
    {
        var article = ArticleRecord.Of(row);
        var line = new Dictionary<string, object?> { [IExportWriter.Cursor] = row.Seq.ToString(CultureInfo.InvariantCulture) };
        foreach (var field in fields)
            line.Add(field.Name, field.Value(article));
        return [.. JsonSerializer.SerializeToUtf8Bytes(line, json), (byte)'\n'];
    }
}
