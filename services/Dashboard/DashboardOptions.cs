namespace Dateline.Dashboard;

/// <summary>Where the dashboard finds the other services. Bound from <c>Dashboard</c>.</summary>
public sealed class DashboardOptions
{
    /// <summary>Address of the fetcher, such as <c>http://fetcher:8080</c>. Without it the fetcher runs in this process.</summary>
    public Uri? Fetcher { get; init; }

    /// <summary>Address of the storage service. Without it storage runs in this process.</summary>
    public Uri? Storage { get; init; }

    /// <summary>How often the overview asks for new figures.</summary>
    public TimeSpan Refresh { get; init; } = TimeSpan.FromSeconds(2);
}
