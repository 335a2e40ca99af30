using Dateline.Fetcher.Files;
using Dateline.Fetcher.Frontier;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Sources;
using Dateline.Host.Client;
using Dateline.Host.Ingesting;

namespace Dateline.Host.Samples;

/// <summary>Takes the bundled files and feeds in, the way a user would, and follows each item to its fate.</summary>
internal sealed class SampleRun(ApiClient api)
{
    private readonly Ingestion ingestion = new(api, FieldMap.None);

    public static IReadOnlyList<IngestItem> Items =>
    [
        .. IngestItem.Find([Path.Combine(AppContext.BaseDirectory, "samples", "files")]),
        .. SampleWeb.Hosts.Select(host => new IngestItem(FeedOf(host), null)),
    ];

    public async Task<IReadOnlyList<IngestOutcome>> RunAsync(IReadOnlyList<IngestItem> items, Action<double> advance, CancellationToken cancellationToken)
    {
        var outcomes = new List<IngestOutcome>();
        foreach (var item in items) // one after the other: one of the files revises another
        {
            outcomes.AddRange(item.IsUrl ? await SubscribeAsync(item.Name, cancellationToken) : await ingestion.RunAsync([item], advance, cancellationToken));
            advance(item.IsUrl ? 1 : 0);
        }

        return outcomes;
    }

    private async Task<IReadOnlyList<IngestOutcome>> SubscribeAsync(string feed, CancellationToken cancellationToken)
    {
        var known = (await api.GetAsync<SourceList>("/v1/sources", cancellationToken)).Items.FirstOrDefault(source => source.Url == feed);
        var source = known ?? await api.PostAsync<SourceView>("/v1/sources", new NewSource(feed, Pages: "always"), cancellationToken);
        while (source.LastPolledAt is null || source.PendingTargets > 0)
        {
            await Task.Delay(100, cancellationToken);
            source = await api.GetAsync<SourceView>($"/v1/sources/{source.Id}", cancellationToken);
        }

        var documents = await api.GetAsync<DocumentPage>($"/v1/documents?source={source.Id}&limit=200", cancellationToken);
        var outcomes = new List<IngestOutcome>();
        foreach (var document in documents.Items.Reverse())
            outcomes.Add(IngestOutcome.Of(document.Url!, await api.SettledAsync(document.Id, cancellationToken), repeated: known is not null));
        return outcomes.Count > 0 ? outcomes : [new IngestOutcome(feed, TargetStatus.Failed, source.LastError)];
    }

    private static string FeedOf(string host) =>
        $"http://{host}/{Path.GetFileName(Directory.EnumerateFiles(Path.Combine(SampleWeb.Folder, host), "*.xml").Single())}";
}
