using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Ledger;
using Dateline.Host.Client;

namespace Dateline.Host.Ingesting;

/// <summary>Brings items in and follows each to its fate.</summary>
internal sealed class Ingestion(ApiClient api)
{
    /// <summary>Enough to keep the line busy; the server's admission bounds the rest.</summary>
    private const int AtOnce = 32;

    /// <summary>Outcomes in the order of the items; <paramref name="done"/> is called as each is known.</summary>
    public async Task<IReadOnlyList<IngestOutcome>> RunAsync(IReadOnlyList<IngestItem> items, Action<IngestOutcome> done, CancellationToken cancellationToken)
    {
        var outcomes = new IReadOnlyList<IngestOutcome>[items.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, items.Count), options, async (i, token) =>
        {
            outcomes[i] = await RunOneAsync(items[i], token);
            foreach (var outcome in outcomes[i])
                done(outcome);
        });
        return [.. outcomes.SelectMany(outcome => outcome)];
    }

    /// <summary>One item and its outcomes: the address of a feed has one for each of its entries.</summary>
    public async Task<IReadOnlyList<IngestOutcome>> RunOneAsync(IngestItem item, CancellationToken cancellationToken)
    {
        try
        {
            return item.IsUrl ? await FetchAsync(item, cancellationToken) : [await UploadAsync(item, cancellationToken)];
        }
        catch (Exception exception) when (exception is ApiException or IOException or UnauthorizedAccessException)
        {
            return [new IngestOutcome(item.Name, IngestOutcome.Refused, exception.Message)];
        }
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

    private async Task<IngestOutcome> UploadAsync(IngestItem item, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(item.Path!, cancellationToken);
        var receipt = await api.UploadAsync(item.Name, bytes, cancellationToken);
        return receipt.DocumentId is { } id
            ? IngestOutcome.Of(item.Name, await api.SettledAsync(id, cancellationToken), receipt.Status == "repeated")
            : new IngestOutcome(item.Name, IngestOutcome.Refused, receipt.Problem);
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
