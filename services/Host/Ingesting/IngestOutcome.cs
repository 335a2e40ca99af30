using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Ledger;
using Outcome = Dateline.Fetcher.Ledger.Fate;

namespace Dateline.Host.Ingesting;

/// <summary>What became of an item.</summary>
/// <param name="Fate">A document's fate, or refused, waiting, unfetched or failed for what has not become one.</param>
/// <param name="Detail">The reason, for people.</param>
/// <param name="Repeated">It had been accepted in an earlier run.</param>
internal sealed record IngestOutcome(string Name, string Fate, string? Detail, bool Repeated = false)
{
    public const string Refused = "refused";

    /// <summary>Left out on purpose: an image of a crawl.</summary>
    public const string Skipped = "skipped";

    private static readonly string[] Failures = [Refused, TargetStatus.Waiting, TargetStatus.Failed, TargetStatus.Unfetched, Outcome.Rejected, Outcome.Quarantined];

    /// <summary>Rejected, put aside or never accepted; a duplicate or an unchanged text is where it should be.</summary>
    public bool Failed => Failures.Contains(Fate);

    public static IngestOutcome Of(string name, DocumentView document, bool repeated) =>
        new(name, document.Fate, document.Detail is null ? document.Reason : $"{document.Reason}: {document.Detail}", repeated);
}
