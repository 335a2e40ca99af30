namespace Dateline.Contracts;

/// <summary>How much there is to read.</summary>
public sealed record ReadingStatistics
{
    public required int Characters { get; init; }

    public required int Words { get; init; }

    public required int Sentences { get; init; }

    /// <summary>At the reading speed usual for the language.</summary>
    public required double Minutes { get; init; }
}
