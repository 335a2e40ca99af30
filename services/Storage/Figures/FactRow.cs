namespace Dateline.Storage.Figures;

/// <summary>The columns of an article that hold lists.</summary>
internal sealed class FactRow
{
    public string Authors { get; init; } = "[]";

    public string Tags { get; init; } = "[]";

    public string Enrichment { get; init; } = "{}";
}
