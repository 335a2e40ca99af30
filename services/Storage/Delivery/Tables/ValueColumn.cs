using Parquet;
using Parquet.Schema;

namespace Dateline.Storage.Delivery.Tables;

/// <summary>Numbers, ids or times; a time is a timestamp of microseconds in UTC.</summary>
internal sealed class ValueColumn<T>(string name) : ParquetColumn
    where T : struct
{
    private readonly DataField column = typeof(T) == typeof(DateTime)
        ? new DateTimeDataField(name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: true)
        : new DataField<T?>(name);

    private readonly List<T?> values = [];

    public override Field Field => column;

    public override void Add(object? value) => values.Add((T?)value);

    public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
    {
        await group.WriteAsync<T>(column, values.ToArray(), cancellationToken: cancellationToken);
        values.Clear();
    }
}
