namespace Dateline.Dashboard.Clients;

/// <summary>One state of an article's text.</summary>
public sealed record Revision
{
    public required int Number { get; init; }

    public DateTimeOffset StoredAt { get; init; }

    public Guid? DocumentId { get; init; }

    public string? Title { get; init; }

    public string? Diff { get; init; }
}
