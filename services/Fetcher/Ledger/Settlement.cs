using Dateline.Contracts;

namespace Dateline.Fetcher.Ledger;

/// <summary>What became of one run of a document.</summary>
public sealed record Settlement
{
    public required Guid DocumentId { get; init; }

    public required int Run { get; init; }

    /// <summary>See <see cref="Ledger.Fate"/>.</summary>
    public required string Fate { get; init; }

    public string? Reason { get; init; }

    public string? Detail { get; init; }

    public Guid? ArticleId { get; init; }

    public int? Revision { get; init; }

    public Guid? DuplicateOf { get; init; }

    public Guid? StoryId { get; init; }

    /// <summary>Null when the end was not a stage's answer: the ledger keeps what it knows.</summary>
    public Journey? Journey { get; init; }

    public string? FaultGroup { get; init; }

    /// <summary>The version of a stage that the run passed; null when it did not.</summary>
    public string? VersionOf(Stage stage) => Journey?.Hops.LastOrDefault(hop => hop.Stage == stage)?.Version;

    public static Settlement Of(ArticleStored stored, Journey journey) => new()
    {
        DocumentId = stored.Document.Id,
        Run = stored.Document.Run,
        Fate = Ledger.Fate.Of(stored.Outcome),
        Reason = stored.Reason,
        ArticleId = stored.ArticleId,
        Revision = stored.Revision,
        DuplicateOf = stored.DuplicateOf,
        StoryId = stored.StoryId,
        Journey = journey,
    };

    public static Settlement Of(DocumentRejected rejected, Journey journey) => new()
    {
        DocumentId = rejected.Document.Id,
        Run = rejected.Document.Run,
        Fate = Ledger.Fate.Rejected,
        Reason = WireEnumConverter<RejectionReason>.Name(rejected.Reason),
        Detail = rejected.Detail,
        Journey = journey,
    };
}
