using System.Globalization;
using Dateline.Fetcher.Ledger;

namespace Dateline.Fetcher.Frontier;

/// <summary>Puts what is known about an address into a sentence.</summary>
internal static class WhyExplanation
{
    public static string Of(TargetView? target, IReadOnlyList<DocumentView> documents)
    {
        if (documents.Count > 0)
            return Of(documents[0], documents.Count);
        return target is null
            ? "This address was never seen: no source mentioned it and nobody asked for it. Post it to /v1/documents, or check its spelling."
            : Of(target);
    }

    private static string Of(DocumentView newest, int count)
    {
        var fate = newest.Fate switch
        {
            Fate.Stored => "it was stored as a new article",
            Fate.Revised => $"it was stored as revision {newest.Revision} of its article",
            Fate.Unchanged => "it says what the archive already had",
            Fate.Duplicate => $"it repeats another article ({newest.Reason})",
            Fate.Rejected => $"it was rejected as {newest.Reason}: {newest.Detail}",
            Fate.Quarantined => $"it failed and is in the quarantine: {newest.Detail}",
            _ => "it is on its way",
        };
        var times = count > 1 ? $"Accepted {count} times; of the newest, accepted" : "Accepted";
        return string.Create(CultureInfo.InvariantCulture, $"{times} at {newest.AcceptedAt.UtcDateTime:u}: {fate}.");
    }

    private static string Of(TargetView target) => target.Status switch
    {
        TargetStatus.Waiting when target.Attempts == 0 => $"Seen at {target.SeenAt.UtcDateTime:u} and waiting for its turn at {target.Host}.",
        TargetStatus.Waiting => $"Tried {target.Attempts} times, last with {target.Reason} ({target.Detail}) To be tried again at {target.NextAt?.UtcDateTime:u}.",
        TargetStatus.Fetched when target.Entries is { } entries => $"Fetched at {target.FetchedAt?.UtcDateTime:u}: a feed with {entries} entries.",
        TargetStatus.Unfetched => $"Seen at {target.SeenAt.UtcDateTime:u} and not fetched ({target.Reason}): {target.Detail}",
        TargetStatus.Failed => $"Given up after {target.Attempts} tries ({target.Reason}): {target.Detail}",
        _ => $"Fetched at {target.FetchedAt?.UtcDateTime:u}.",
    };
}
