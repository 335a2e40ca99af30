namespace Dateline.Storage.Figures;

/// <summary>Matches that have the same source, language and host.</summary>
internal sealed class FacetGroup
{
    public Guid? SourceId { get; init; }

    public string? Language { get; init; }

    public string? Host { get; init; }

    public string? SourceTitle { get; init; }

    public long Count { get; init; }

    /// <summary>The seq of each, parted by commas; empty where nobody asked.</summary>
    public string Articles { get; init; } = "";
}
