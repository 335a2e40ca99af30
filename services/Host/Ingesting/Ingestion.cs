using Dateline.Fetcher.Files;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Uploads;
using Dateline.Host.Client;

namespace Dateline.Host.Ingesting;

/// <summary>Brings items in and follows each to its fate.</summary>
internal sealed class Ingestion(ApiClient api, FieldMap fields)
{
    /// <summary>Enough to keep the line busy; the server's admission bounds the rest.</summary>
    private const int PartsAtOnce = 6;
    private const int AddressesAtOnce = 32;

    private readonly FileParts files = new(fields);
    private readonly FileUpload uploads = new(api);

    /// <summary>Outcomes in the order of the items, addresses last; <paramref name="advance"/> is called with the share of an item that is done.</summary>
    public async Task<IReadOnlyList<IngestOutcome>> RunAsync(IReadOnlyList<IngestItem> items, Action<double> advance, CancellationToken cancellationToken)
    {
        var outcomes = await TakeAsync([.. items.Where(item => !item.IsUrl)], advance, cancellationToken);
        var addresses = items.Where(item => item.IsUrl).ToList();
        var fetched = new IReadOnlyList<IngestOutcome>[addresses.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AddressesAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, addresses.Count), options, async (i, token) =>
        {
            fetched[i] = await TryAsync(addresses[i].Name, () => FetchAsync(addresses[i], token));
            advance(1);
        });
        return [.. outcomes, .. fetched.SelectMany(outcome => outcome)];
    }

    /// <summary>Waits until a target has been fetched or not, and its document settled. What is planned again for a later time is not waited for: that can be a day.</summary>
    public async Task<IngestOutcome> FollowAsync(string name, TargetView target, CancellationToken cancellationToken)
    {
        while (target.Status == TargetStatus.Waiting)
        {
            if (target.Attempts > 0 || target.Reason == "robots")
                return new IngestOutcome(name, TargetStatus.Waiting, $"{target.Reason}: {target.Detail} It stays in the queue, to be tried again at {target.NextAt?.UtcDateTime:u}.");
            await Task.Delay(200, cancellationToken);
            target = (await api.GetAsync<WhyView>($"/v1/why?url={Uri.EscapeDataString(target.Url)}", cancellationToken)).Target ?? target;
        }

        if (target.DocumentId is { } id)
            return IngestOutcome.Of(name, await api.SettledAsync(id, cancellationToken), repeated: false);
        return target.Entries is { } entries
            ? new IngestOutcome(name, "feed", $"{entries} entries")
            : new IngestOutcome(name, target.Status, $"{target.Reason}: {target.Detail}");
    }

    /// <summary>What was accepted by an earlier run is not sent again: the server is asked for it by name and hash first.</summary>
    private async Task<IEnumerable<IngestOutcome>> TakeAsync(IReadOnlyList<IngestItem> items, Action<double> advance, CancellationToken cancellationToken)
    {
        var outcomes = new List<(int Number, IReadOnlyList<IngestOutcome> Outcomes)>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = PartsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files.Read(items).Select((part, number) => (part, number)), options, async (one, token) =>
        {
            var found = await TakeAsync(one.part, token);
            lock (outcomes)
            {
                outcomes.Add((one.number, found));
                advance(one.part.Progress);
            }
        });
        return outcomes.OrderBy(one => one.Number).SelectMany(one => one.Outcomes);
    }

    private async Task<IReadOnlyList<IngestOutcome>> TakeAsync(FilePart part, CancellationToken cancellationToken)
    {
        var documents = part.Items.Where(item => item.Problem is null).ToList();
        var known = documents.Count == 0 ? [] : await api.KnownAsync(documents, cancellationToken);
        var receipts = new Dictionary<FileItem, IReadOnlyList<UploadReceipt>>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < documents.Count; i++)
        {
            if (known[i].DocumentId is not null)
                receipts[documents[i]] = [known[i]];
        }

        await uploads.SendAsync([.. documents.Where(item => !receipts.ContainsKey(item))], receipts, cancellationToken);
        var settled = await api.SettledAsync([.. receipts.Values.SelectMany(of => of).Select(receipt => receipt.DocumentId).OfType<Guid>()], cancellationToken);
        var outcomes = new List<IngestOutcome>();
        foreach (var item in part.Items)
        {
            if (item.Problem is not null)
                outcomes.Add(new IngestOutcome(item.Name, item.PassedOver ? IngestOutcome.Skipped : IngestOutcome.Refused, item.Problem));
            foreach (var receipt in receipts.GetValueOrDefault(item) ?? [])
                outcomes.Add(receipt.DocumentId is { } id ? IngestOutcome.Of(receipt.Url ?? item.Name, settled[id], receipt.Status == "repeated") : await FollowAsync(receipt, item.Name, cancellationToken));
        }

        return outcomes;
    }

    private async Task<IngestOutcome> FollowAsync(UploadReceipt receipt, string name, CancellationToken cancellationToken)
    {
        if (receipt.Problem is not null || receipt.Url is null)
            return new IngestOutcome(receipt.Name ?? name, IngestOutcome.Refused, receipt.Problem);
        var why = await api.GetAsync<WhyView>($"/v1/why?url={Uri.EscapeDataString(receipt.Url)}", cancellationToken);
        return why.Target is { Status: not null } target && receipt.Location?.StartsWith("/v1/sources", StringComparison.Ordinal) != true
            ? await FollowAsync(receipt.Url, target, cancellationToken)
            : new IngestOutcome(receipt.Url, "source", receipt.Status, Repeated: receipt.Status == "repeated");
    }

    private static async Task<IReadOnlyList<IngestOutcome>> TryAsync(string name, Func<Task<IReadOnlyList<IngestOutcome>>> work)
    {
        try
        {
            return await work();
        }
        catch (ApiException refused)
        {
            return [new IngestOutcome(name, IngestOutcome.Refused, refused.Message)];
        }
    }

    private async Task<IReadOnlyList<IngestOutcome>> FetchAsync(IngestItem item, CancellationToken cancellationToken)
    {
        var receipt = await api.FetchAsync(item.Name, cancellationToken);
        if (receipt.Problem is not null)
            return [new IngestOutcome(item.Name, IngestOutcome.Refused, receipt.Problem)];

        var why = await api.GetAsync<WhyView>($"/v1/why?url={Uri.EscapeDataString(item.Name)}", cancellationToken);
        var target = why.Target ?? throw new InvalidDataException($"{item.Name} was queued and is not in the frontier.");
        var outcome = await FollowAsync(item.Name, target, cancellationToken);
        return outcome.Fate == "feed" ? [outcome, .. await FollowEntriesAsync(target.Id, cancellationToken)] : [outcome];
    }

    private async Task<IReadOnlyList<IngestOutcome>> FollowEntriesAsync(Guid feed, CancellationToken cancellationToken)
    {
        var outcomes = new List<IngestOutcome>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await api.GetAsync<TargetPage>($"/v1/targets?via={feed}&cursor={cursor}", cancellationToken);
            foreach (var target in page.Items)
                outcomes.Add(await FollowAsync(target.Url, target, cancellationToken));
            cursor = page.Next;
        }

        return outcomes;
    }
}
