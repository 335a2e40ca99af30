namespace Dateline.Dashboard.Clients;

/// <summary>How a source does, measured by what it usually does.</summary>
public sealed record SourceHealth
{
    /// <summary>new, fine, late, failing, empty or paused.</summary>
    public string State { get; init; } = "new";

    public string? Summary { get; init; }

    public string? Cause { get; init; }

    public DateTimeOffset? Since { get; init; }

    public double? EntriesPerDay { get; init; }

    public double? NewShare { get; init; }

    public DateTimeOffset? LastEntryAt { get; init; }

    public TimeSpan? LateBy { get; init; }

    /// <summary>Entries to be expected in each hour of the week, from Sunday 0:00 UTC; empty when nothing is known.</summary>
    public IReadOnlyList<double> ExpectedByHour { get; init; } = [];

    public long ForbiddenPages { get; init; }
}
