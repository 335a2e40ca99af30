using System.IO.Pipelines;
using Dateline.Storage.Data;

namespace Dateline.Storage.Delivery;

/// <summary>Writes an export as it is read, without keeping it.</summary>
internal interface IExportWriter
{
    /// <summary>The first member or column: where a later export goes on.</summary>
    const string Cursor = "cursor";

    string MediaType { get; }

    string FileName { get; }

    /// <param name="body">What goes to the caller.</param>
    /// <param name="pages">The articles, some at a time.</param>
    /// <param name="resumed">Whether the caller has the beginning.</param>
    /// <param name="cancellationToken">The caller went away.</param>
    Task WriteAsync(PipeWriter body, IAsyncEnumerable<IReadOnlyList<ArticleRow>> pages, bool resumed, CancellationToken cancellationToken);
}
