namespace Dateline.Contracts;

/// <summary>A place on the map that an article names.</summary>
public sealed record Place
{
    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>How often it is named.</summary>
    public int Count { get; init; } = 1;
}
