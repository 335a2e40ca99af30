namespace Dateline.Storage.Figures;

/// <summary>A bucket's number with its rows.</summary>
internal sealed class BucketCount
{
    public long Number { get; init; }

    public long Count { get; init; }
}
