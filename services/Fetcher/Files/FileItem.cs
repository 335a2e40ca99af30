using Dateline.Contracts;

namespace Dateline.Fetcher.Files;

/// <summary>One thing that was found in a file: a document, or the reason why there is none.</summary>
/// <param name="Name">The file's name, and behind a slash the place in it.</param>
public sealed record FileItem(string Name)
{
    public ReadOnlyMemory<byte> Bytes { get; init; }

    public string? MediaType { get; init; }

    public string? Charset { get; init; }

    public string? Url { get; init; }

    /// <summary>What the answer said that a crawler kept with the bytes.</summary>
    public ResponseFacts? Response { get; init; }

    /// <summary>When a crawler got it.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>Why it cannot be taken, and what to do.</summary>
    public string? Problem { get; init; }

    /// <summary>It was left out on purpose, and nothing is wrong with it: an image of a crawl.</summary>
    public bool PassedOver { get; init; }

    public static FileItem Refused(string name, string problem) => new(name) { Problem = problem };
}
