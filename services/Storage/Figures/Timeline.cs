using Dateline.Storage.Search;

namespace Dateline.Storage.Figures;

/// <summary>How the matches of a query spread over time.</summary>
public sealed record Timeline
{
    /// <summary>Oldest first, without holes.</summary>
    public required IReadOnlyList<TimelineBucket> Items { get; init; }

    public required string Interval { get; init; }

    /// <summary>Whether older buckets were left out.</summary>
    public required bool Cut { get; init; }

    public required QueryEcho Query { get; init; }

    public required ArticleTotal Total { get; init; }

    /// <summary>exact, or sampled: then counts are estimates from a part of the archive.</summary>
    public required string Counting { get; init; }
}
