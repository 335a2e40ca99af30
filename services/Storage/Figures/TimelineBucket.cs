namespace Dateline.Storage.Figures;

/// <summary>One stretch of a timeline.</summary>
public sealed record TimelineBucket
{
    public required DateTime Start { get; init; }

    /// <summary>Matches.</summary>
    public required long Count { get; init; }

    /// <summary>All articles of this time, whatever the query.</summary>
    public required long All { get; init; }

    /// <summary>Matches by all, 0 to 1: a day on which more was gathered does not look like more interest.</summary>
    public required double Share { get; init; }

    /// <summary>Whether nothing was stored during this time, between the archive's first article and now: what is low here may only be missing.</summary>
    public required bool Gap { get; init; }
}
