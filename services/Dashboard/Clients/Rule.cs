namespace Dateline.Dashboard.Clients;

/// <summary>What is done with articles that match a query when they arrive.</summary>
/// <param name="Action">keep, drop or tag.</param>
/// <param name="Position">Rules run from the smallest; the first keep or drop that matches decides.</param>
public sealed record Rule(Guid Id, string Name, string Query, string Action, string? Tag, int Position, bool Enabled, DateTimeOffset UpdatedAt);
