using System.Text;

namespace Dateline.Fetcher.Files;

/// <summary>The first line of a table (CSV, TSV): what parts its columns, and what they hold.</summary>
internal sealed record TableHead(char Delimiter, IReadOnlyList<string> Columns, bool HasText)
{
    private const int MaxColumns = 1000;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];
    private static readonly string[] Texts = ["text", "body", "content", "article", "articlebody", "fulltext", "full_text", "maintext", "story", "body_text", "body_html", "content_html", "html"];
    private static readonly string[] Others = ["title", "headline", "url", "link", "date", "published", "publishedat", "published_at", "datepublished", "pubdate", "author", "authors", "byline", "source", "language", "id"];

    /// <summary>Null: the file is no table. One that is called a table is one, even if none of its columns is known.</summary>
    public static TableHead? Find(ReadOnlySpan<byte> head, string name, FieldMap fields)
    {
        var named = name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);
        var end = head.IndexOf((byte)'\n');
        var line = end < 0 ? head : head[..end];
        if (line.Contains((byte)0) || (end < 0 && !named))
            return null;

        var text = Encoding.UTF8.GetString(line).TrimStart('\uFEFF').TrimEnd('\r');
        var delimiter = Delimiters.MaxBy(candidate => text.Count(character => character == candidate));
        var columns = text.Split(delimiter, MaxColumns).Select(column => fields.Meaning(column.Trim().Trim('"').Trim())).ToList();
        var known = columns.Any(column => Is(column, Others));
        var hasText = columns.Any(column => Is(column, Texts));
        return named || (columns.Count > 1 && known && hasText) ? new TableHead(delimiter, columns, hasText) : null;
    }

    private static bool Is(string column, string[] words) => words.Contains(column, StringComparer.OrdinalIgnoreCase);
}
