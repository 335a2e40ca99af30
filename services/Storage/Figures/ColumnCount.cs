namespace Dateline.Storage.Figures;

/// <summary>A value of a column with its number of rows.</summary>
internal sealed class ColumnCount
{
    public string? Value { get; init; }

    public string? Label { get; init; }

    public long Count { get; init; }
}
