using Dateline.Storage.Data;

namespace Dateline.Storage.Rules;

/// <summary>What is done with articles that match a query when they arrive.</summary>
public sealed record Rule
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Query { get; init; }

    /// <summary>keep (no later rule drops it), drop (it is not stored) or tag.</summary>
    public required string Action { get; init; }

    public string? Tag { get; init; }

    /// <summary>Rules run from the smallest; the first keep or drop that matches decides.</summary>
    public required int Position { get; init; }

    public required bool Enabled { get; init; }

    public required DateTime UpdatedAt { get; init; }

    internal static Rule Of(RuleRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Query = row.Query,
        Action = row.Action,
        Tag = row.Tag,
        Position = row.Position,
        Enabled = row.Enabled,
        UpdatedAt = row.UpdatedAt,
    };
}
