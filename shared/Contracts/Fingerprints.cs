namespace Dateline.Contracts;

/// <summary>What tells copies of a text apart from other texts.</summary>
public sealed record Fingerprints
{
    /// <summary>SHA-256 of the normalised title and text, lower-case hex: equal only for the same words.</summary>
    public required string Exact { get; init; }

    /// <summary>MinHash over word 3-shingles, for finding near copies; empty for texts that are too short.</summary>
    public IReadOnlyList<uint> MinHash { get; init; } = [];

    /// <summary>
    /// The words that tell what the article is about, by which reports of one event are found: weights of unit length, heaviest
    /// first. Empty where the language's usual words are not known.
    /// </summary>
    public IReadOnlyList<Keyword> Gist { get; init; } = [];
}
