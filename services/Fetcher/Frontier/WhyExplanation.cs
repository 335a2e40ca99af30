using System.Globalization;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Sources;

namespace Dateline.Fetcher.Frontier;

/// <summary>Puts what is known about an address into a sentence.</summary>
internal static class WhyExplanation
{
    public static string Of(TargetView? target, HostView? host, IReadOnlyList<DocumentView> documents)
    {
        if (documents.Count > 0 && target is { Status: TargetStatus.Waiting })
            return $"{Of(documents[0], documents.Count)} It is to be fetched again. {Waiting(target, host)}";
        if (documents.Count > 0)
            return Of(documents[0], documents.Count);
        return target is null
            ? "This address was never seen: no source mentioned it and nobody asked for it. Post it to /v1/documents, or check its spelling."
            : Of(target, host);
    }

    public static string Of(SourceView source)
    {
        var next = source.NextPollAt is { } at ? Text($" It is asked next at {at.UtcDateTime:u}: {source.NextPollReason}.") : "";
        return $"This is the address of a source: GET /v1/sources/{source.Id} shows it. {source.Health!.Summary}{next}";
    }

    private static string Of(DocumentView newest, int count)
    {
        var fate = newest.Fate switch
        {
            Fate.Stored => "it was stored as a new article",
            Fate.Revised => $"it was stored as revision {newest.Revision} of its article",
            Fate.Unchanged => "it says what the archive already had",
            Fate.Duplicate => $"it repeats another article: {newest.Reason}",
            Fate.Rejected => $"it was rejected as {newest.Reason}: {newest.Detail}",
            Fate.Quarantined => $"it failed and is in the quarantine: {newest.Detail}",
            _ => "it is on its way",
        };
        var times = count > 1 ? $"Accepted {count} times; of the newest, accepted" : "Accepted";
        return string.Create(CultureInfo.InvariantCulture, $"{times} at {newest.AcceptedAt.UtcDateTime:u}: {fate.TrimEnd('.')}.");
    }

    private static string Of(TargetView target, HostView? host) => target.Status switch
    {
        TargetStatus.Waiting => Waiting(target, host),
        TargetStatus.Fetched when target.Entries is { } entries => Text($"Fetched at {target.FetchedAt?.UtcDateTime:u}: a feed with {entries} entries."),
        TargetStatus.Unfetched => Text($"Seen at {target.SeenAt.UtcDateTime:u} and not fetched ({target.Reason}): {target.Detail}"),
        TargetStatus.Failed => Text($"Given up after {target.Attempts} tries ({target.Reason}): {target.Detail} Post it to /v1/documents to have it tried again."),
        _ => Text($"Fetched at {target.FetchedAt?.UtcDateTime:u}."),
    };

    private static string Waiting(TargetView target, HostView? host)
    {
        var past = target switch
        {
            { Reason: null } => Text($"Seen at {target.SeenAt.UtcDateTime:u} and waiting for its turn at {target.Host}."),
            { Attempts: 0 } => Text($"Seen at {target.SeenAt.UtcDateTime:u} and waiting ({target.Reason}): {target.Detail}"),
            { Attempts: 1 } => $"Tried once ({target.Reason}): {target.Detail}",
            _ => Text($"Tried {target.Attempts} times, last with {target.Reason}: {target.Detail}"),
        };
        var due = target.NextAt > host?.NextSlotAt ? target.NextAt : host?.NextSlotAt ?? target.NextAt;
        var queue = host is { Due: > 1 } ? Text($", where {host.Due} addresses are due") : "";
        return Text($"{past} Not before {due?.UtcDateTime:u}{queue}{(host is null ? "" : $"; {host.Name}: {host.NextSlotReason}")}.");
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
