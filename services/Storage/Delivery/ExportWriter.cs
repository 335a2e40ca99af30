using System.Globalization;
using System.Text;
using System.Text.Json;
using Dateline.Storage.Search;

namespace Dateline.Storage.Delivery;

/// <summary>Writes articles as lines of JSON or as a table.</summary>
internal sealed class ExportWriter(ExportFormat format, IReadOnlyList<ArticleField> fields, JsonSerializerOptions json)
{
    /// <summary>The first member or column of each line: where an export that broke off goes on.</summary>
    private const string Cursor = "cursor";

    public string MediaType => format == ExportFormat.Csv ? "text/csv; charset=utf-8" : "application/x-ndjson";

    public string FileName => format == ExportFormat.Csv ? "articles.csv" : "articles.ndjson";

    /// <summary>Nothing for JSON.</summary>
    public byte[] Head() => format == ExportFormat.Csv ? Encoding.UTF8.GetBytes(string.Join(',', [Cursor, .. fields.Select(field => field.Name)]) + "\r\n") : [];

    public byte[] Line(long seq, ArticleRecord article)
    {
        var cursor = seq.ToString(CultureInfo.InvariantCulture);
        if (format == ExportFormat.Csv)
            return Encoding.UTF8.GetBytes(string.Join(',', [cursor, .. fields.Select(field => CsvCell.Of(field.Value(article)))]) + "\r\n");

        var line = new Dictionary<string, object?> { [Cursor] = cursor };
        foreach (var field in fields)
            line.Add(field.Name, field.Value(article));
        return [.. JsonSerializer.SerializeToUtf8Bytes(line, json), (byte)'\n'];
    }
}
