using System.Collections;
using Parquet;
using Parquet.Schema;

namespace Dateline.Storage.Delivery.Tables;

/// <summary>Lists of texts, of whatever length. An article without any has an empty list and no null.</summary>
internal sealed class ListColumn : ParquetColumn
{
    private const int FirstOfRow = 0;
    private const int OfSameRow = 1;
    private const int EmptyList = 1;

    private readonly DataField element = new("element", typeof(string), isNullable: true);
    private readonly ListField list;
    private readonly List<ReadOnlyMemory<char>> values = [];
    private readonly List<int> definitions = [];
    private readonly List<int> repetitions = [];

    public ListColumn(string name) => list = new ListField(name, element);

    public override Field Field => list;

    public override void Add(object? value)
    {
        var repetition = FirstOfRow;
        foreach (var item in (IEnumerable)value!)
        {
            values.Add(FieldText.Of(item).AsMemory());
            definitions.Add(element.MaxDefinitionLevel);
            repetitions.Add(repetition);
            repetition = OfSameRow;
        }

        if (repetition != FirstOfRow)
            return;
        definitions.Add(EmptyList);
        repetitions.Add(FirstOfRow);
    }

    public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
    {
        await group.WriteAllPartsAsync<ReadOnlyMemory<char>>(element, values.ToArray(), definitions.ToArray(), repetitions.ToArray(), cancellationToken);
        values.Clear();
        definitions.Clear();
        repetitions.Clear();
    }
}
