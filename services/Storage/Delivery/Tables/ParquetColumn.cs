using Dateline.Storage.Search;
using Parquet;
using Parquet.Schema;

namespace Dateline.Storage.Delivery.Tables;

/// <summary>A column of a table, with the values that are not written yet.</summary>
internal abstract class ParquetColumn
{
    public abstract Field Field { get; }

    public abstract void Add(object? value);

    /// <summary>Writes the values and forgets them.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken);

    public static ParquetColumn For(ArticleField field)
    {
        var type = Nullable.GetUnderlyingType(field.Type) ?? field.Type;
        return type == typeof(string) ? new TextColumn(field.Name)
            : type == typeof(int) ? new ValueColumn<int>(field.Name)
            : type == typeof(Guid) ? new ValueColumn<Guid>(field.Name)
            : type == typeof(DateTime) ? new ValueColumn<DateTime>(field.Name)
            : new ListColumn(field.Name);
    }
}
