namespace Dateline.Contracts;

/// <summary>
/// The hops a document has made so far. It rides on the messages, so that the ledger needs one write per
/// document instead of one per stage.
/// </summary>
public sealed record Journey
{
    public static readonly Journey Empty = new();

    /// <summary>In the order they were made.</summary>
    public IReadOnlyList<Hop> Hops { get; init; } = [];

    public Journey With(Hop hop) => new() { Hops = [.. Hops, hop] };
}
