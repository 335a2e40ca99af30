namespace Dateline.Storage.Data;

/// <summary>What is done with articles that match a query when they arrive.</summary>
public sealed class RuleRow
{
    public required Guid Id { get; set; }

    public required string Name { get; set; }

    public required string Query { get; set; }

    /// <summary>keep, drop or tag.</summary>
    public required string Action { get; set; }

    public string? Tag { get; set; }

    /// <summary>Rules run from the smallest; the first keep or drop that matches decides.</summary>
    public required int Position { get; set; }

    public required bool Enabled { get; set; }

    public required DateTime CreatedAt { get; set; }

    public required DateTime UpdatedAt { get; set; }
}
