namespace Dateline.Dashboard.Clients;

/// <summary>One state of an article's text.</summary>
public sealed record Revision
{
    public required int Number { get; init; }

    public string? Title { get; init; }

    public Guid? DocumentId { get; init; }

    public DateTimeOffset StoredAt { get; init; }

    public DateTimeOffset? ReplacedAt { get; init; }

    /// <summary>What the next revision changed: title, text, authors, published.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    public int WordsAdded { get; init; }

    public int WordsRemoved { get; init; }

    /// <summary>Unified diff to the next revision.</summary>
    public string? Diff { get; init; }
}
