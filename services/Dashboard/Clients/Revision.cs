namespace Dateline.Dashboard.Clients;

/// <summary>What an article said from one moment to another.</summary>
public sealed record Revision
{
    public required int Number { get; init; }

    public bool Current { get; init; }

    public string? Title { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public Guid? DocumentId { get; init; }

    public DateTimeOffset StoredAt { get; init; }

    /// <summary>What is different from the revision before; null for the first.</summary>
    public RevisionChange? Change { get; init; }
}
