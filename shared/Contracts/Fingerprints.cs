namespace Dateline.Contracts;

/// <summary>What tells copies of a text apart from other texts.</summary>
public sealed record Fingerprints
{
    /// <summary>SHA-256 of the normalised title and text, lower-case hex: equal only for the same words.</summary>
    public required string Exact { get; init; }

    /// <summary>MinHash over word 3-shingles, for finding near copies; empty for texts that are too short.</summary>
    public IReadOnlyList<uint> MinHash { get; init; } = [];
}
