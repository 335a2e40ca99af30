namespace Dateline.Dashboard.Clients;

/// <summary>What would mend a source: another address.</summary>
public sealed record SourceProposal
{
    /// <summary>moved or feed-found.</summary>
    public required string Kind { get; init; }

    public required string Url { get; init; }

    public string? Why { get; init; }

    public IReadOnlyList<string> Others { get; init; } = [];
}
