namespace Dateline.Storage.Delivery;

/// <summary>Changes in the order in which they were committed.</summary>
public sealed record ChangePage
{
    public required IReadOnlyList<ChangedArticle> Items { get; init; }

    /// <summary>Give it as <c>after</c> to get what follows, now or later.</summary>
    public required long Next { get; init; }

    /// <summary>Whether nothing followed when this was read. A page may be empty without being the last: a query is looked for in so many changes at a time.</summary>
    public required bool UpToDate { get; init; }
}
