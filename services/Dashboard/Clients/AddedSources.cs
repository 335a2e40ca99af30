namespace Dateline.Dashboard.Clients;

/// <summary>What came of an address that was added: one source, or a receipt for each line of a subscription list.</summary>
public sealed record AddedSources
{
    public string? Url { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<SourceReceipt> Items { get; init; } = [];

    public string Sentence => Url is { } url
        ? $"{Title ?? Text.SafeLink.Host(url)} was added."
        : $"{Count("added")} were added, {Count("known")} were sources already, {Count("refused")} were refused.";

    private int Count(string outcome) => Items.Count(item => item.Outcome == outcome);
}
