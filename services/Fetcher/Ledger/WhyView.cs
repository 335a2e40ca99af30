using Dateline.Fetcher.Frontier;

namespace Dateline.Fetcher.Ledger;

/// <summary>What is known about an address: whether it was seen, fetched and accepted, and what became of it.</summary>
public sealed record WhyView
{
    public required string Url { get; init; }

    /// <summary>Whether anything is known at all.</summary>
    public required bool Known { get; init; }

    /// <summary>The answer in a sentence or two.</summary>
    public required string Explanation { get; init; }

    /// <summary>Its place in the frontier: what is to be fetched, or was, or why not. Null when it was never to be fetched.</summary>
    public TargetView? Target { get; init; }

    /// <summary>The budget of the host whose turn it waits for. Null when it does not wait.</summary>
    public HostView? Host { get; init; }

    /// <summary>The documents that were accepted under the address, newest first.</summary>
    public required IReadOnlyList<DocumentView> Documents { get; init; }
}
