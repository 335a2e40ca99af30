using Parquet;
using Parquet.Schema;

namespace Dateline.Storage.Delivery.Tables;

/// <summary>Texts in UTF-8.</summary>
internal sealed class TextColumn(string name) : ParquetColumn
{
    private readonly DataField column = new DataField<string>(name);
    private readonly List<string?> values = [];

    public override Field Field => column;

    public override void Add(object? value) => values.Add((string?)value);

    public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
    {
        await group.WriteAsync(column, values!);
        values.Clear();
    }
}
