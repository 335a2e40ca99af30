using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Dateline.Storage.Data;
using Dateline.Storage.Search;

namespace Dateline.Storage.Delivery;

/// <summary>Writes articles as a table for spreadsheets.</summary>
internal sealed class CsvWriter(IReadOnlyList<ArticleField> fields) : IExportWriter
{
    public string MediaType => "text/csv; charset=utf-8";

    public string FileName => "articles.csv";

    public async Task WriteAsync(PipeWriter body, IAsyncEnumerable<IReadOnlyList<ArticleRow>> pages, bool resumed, CancellationToken cancellationToken)
    {
        if (!resumed)
            await body.WriteAsync(Line([IExportWriter.Cursor, .. fields.Select(field => field.Name)]), cancellationToken);
        await foreach (var page in pages)
        {
            foreach (var row in page)
                body.Write(Line(Cells(row)));
            await body.FlushAsync(cancellationToken);
        }
    }

    private IEnumerable<string> Cells(ArticleRow row)
    {
        var article = ArticleRecord.Of(row);
        return [row.Seq.ToString(CultureInfo.InvariantCulture), .. fields.Select(field => CsvCell.Of(field.Value(article)))];
    }

    private static byte[] Line(IEnumerable<string> cells) => Encoding.UTF8.GetBytes(string.Join(',', cells) + "\r\n");
}
