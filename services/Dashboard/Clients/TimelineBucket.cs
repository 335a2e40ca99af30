namespace Dateline.Dashboard.Clients;

/// <summary>One stretch of a timeline.</summary>
/// <param name="All">All articles of this time, whatever the query.</param>
/// <param name="Share">Matches by all, 0 to 1.</param>
/// <param name="Gap">Whether nothing was stored during this time.</param>
public sealed record TimelineBucket(DateTimeOffset Start, long Count, long All, double Share, bool Gap);
