using Dateline.Fetcher.Files;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Uploads;
using Dateline.Host.Client;

namespace Dateline.Host.Ingesting;

/// <summary>Brings items in and follows each to its fate.</summary>
internal sealed class Ingestion(ApiClient api)
{
    /// <summary>Enough to keep the line busy; the server's admission bounds the rest.</summary>
    private const int AtOnce = 32;

    /// <summary>Files are taken apart here, so that one of any size passes through a door that holds a few megabytes.</summary>
    private readonly FileSplitter splitter = new(new UnpackingOptions { MaxItems = 100_000_000 });

    /// <summary>Outcomes in the order of the items; <paramref name="advance"/> is called with the share of an item that is done.</summary>
    public async Task<IReadOnlyList<IngestOutcome>> RunAsync(IReadOnlyList<IngestItem> items, Action<double> advance, CancellationToken cancellationToken)
    {
        var outcomes = new IReadOnlyList<IngestOutcome>[items.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, items.Count), options, async (i, token) =>
        {
            outcomes[i] = await RunOneAsync(items[i], advance, token);
        });
        return [.. outcomes.SelectMany(outcome => outcome)];
    }

    /// <summary>One item and its outcomes: a feed has one for each of its entries, an archive one for each document in it.</summary>
    public async Task<IReadOnlyList<IngestOutcome>> RunOneAsync(IngestItem item, Action<double> advance, CancellationToken cancellationToken)
    {
        try
        {
            if (!item.IsUrl)
                return await TakeApartAsync(item, advance, cancellationToken);
            var outcomes = await FetchAsync(item, cancellationToken);
            advance(1);
            return outcomes;
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

    /// <summary>
    /// Found again after it was killed, what was accepted is answered by name and bytes: only the rest is new.
    /// </summary>
    private async Task<IReadOnlyList<IngestOutcome>> TakeApartAsync(IngestItem item, Action<double> advance, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(item.Path!, FileMode.Open, FileAccess.Read);
        var outcomes = new List<(int Number, IReadOnlyList<IngestOutcome> Outcomes)>();
        var reported = 0.0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(splitter.Split(file, item.Name).Select((part, number) => (part, number, At: file.Position)), options, async (one, token) =>
        {
            var found = await UploadAsync(one.part, token);
            lock (outcomes)
            {
                outcomes.Add((one.number, found));
                Report(file.Length == 0 ? 0 : (double)one.At / file.Length);
            }
        });
        Report(1);
        return [.. outcomes.OrderBy(one => one.Number).SelectMany(one => one.Outcomes)];

        void Report(double share)
        {
            advance(Math.Max(0, share - reported));
            reported = Math.Max(reported, share);
        }
    }

    private async Task<IReadOnlyList<IngestOutcome>> UploadAsync(FileItem item, CancellationToken cancellationToken)
    {
        if (item.Problem is not null)
            return [new IngestOutcome(item.Name, item.PassedOver ? IngestOutcome.Skipped : IngestOutcome.Refused, item.Problem)];

        try
        {
            var outcomes = new List<IngestOutcome>();
            foreach (var receipt in await api.UploadAsync(item, cancellationToken))
                outcomes.Add(await FollowAsync(receipt, item.Name, cancellationToken));
            return outcomes;
        }
        catch (ApiException refused)
        {
            return [new IngestOutcome(item.Name, IngestOutcome.Refused, refused.Message)];
        }
    }

    private async Task<IngestOutcome> FollowAsync(UploadReceipt receipt, string name, CancellationToken cancellationToken)
    {
        if (receipt.DocumentId is { } id)
            return IngestOutcome.Of(receipt.Url ?? name, await api.SettledAsync(id, cancellationToken), receipt.Status == "repeated");
        if (receipt.Problem is not null || receipt.Url is null)
            return new IngestOutcome(receipt.Name ?? name, IngestOutcome.Refused, receipt.Problem);
        var why = await api.GetAsync<WhyView>($"/v1/why?url={Uri.EscapeDataString(receipt.Url)}", cancellationToken);
        return why.Target is { Status: not null } target && receipt.Location?.StartsWith("/v1/sources", StringComparison.Ordinal) != true
            ? await FollowAsync(receipt.Url, target, cancellationToken)
            : new IngestOutcome(receipt.Url, "source", receipt.Status, Repeated: receipt.Status == "repeated");
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
