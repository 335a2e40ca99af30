namespace Dateline.Dashboard.Clients;

/// <summary>How the matches of a query spread over time, oldest first and without holes.</summary>
/// <param name="Cut">Whether older buckets were left out.</param>
/// <param name="Counting">exact, or sampled: then counts are estimates.</param>
public sealed record Timeline(IReadOnlyList<TimelineBucket> Items, string Interval, bool Cut, string Counting);
