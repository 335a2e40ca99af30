namespace Dateline.Contracts;

/// <summary>One block of an article's body.</summary>
public sealed record Block
{
    public required BlockKind Kind { get; init; }

    /// <summary>Plain text, never markup. List items and table rows are separated by line feeds.</summary>
    public required string Text { get; init; }

    /// <summary>1 to 6 for headings, else null.</summary>
    public int? Level { get; init; }
}
