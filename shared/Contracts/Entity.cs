namespace Dateline.Contracts;

/// <summary>Somebody or something an article names.</summary>
public sealed record Entity
{
    /// <summary>As it stands at its first mention.</summary>
    public required string Text { get; init; }

    /// <summary>The name all its mentions are gathered under.</summary>
    public required string Canonical { get; init; }

    /// <summary>person, organisation, place, norp, event or other.</summary>
    public required string Type { get; init; }

    public IReadOnlyList<Mention> Mentions { get; init; } = [];
}
