using System.Globalization;

namespace Dateline.Dashboard.Clients;

/// <summary>What the pages ask of the fetcher.</summary>
public sealed class FetcherClient(RestConnection rest)
{
    public Task<Pipeline> PipelineAsync(CancellationToken cancellationToken) =>
        rest.GetAsync<Pipeline>(Service.Fetcher, "v1/pipeline", cancellationToken);

    public Task<Page<Document>> DocumentsAsync(string? fate, string? cursor, int limit, CancellationToken cancellationToken) =>
        rest.GetAsync<Page<Document>>(
            Service.Fetcher, Query.Of("v1/documents", ("fate", fate), ("cursor", cursor), ("limit", limit.ToString(CultureInfo.InvariantCulture))), cancellationToken);

    public Task<Document> DocumentAsync(Guid id, CancellationToken cancellationToken) =>
        rest.GetAsync<Document>(Service.Fetcher, $"v1/documents/{id}", cancellationToken);

    public Task<Explanation> WhyAsync(string url, CancellationToken cancellationToken) =>
        rest.GetAsync<Explanation>(Service.Fetcher, Query.Of("v1/why", ("url", url)), cancellationToken);

    public Task<Replayed> ReplayDocumentAsync(Guid id, CancellationToken cancellationToken) =>
        rest.PostAsync<Replayed>(Service.Fetcher, $"v1/documents/{id}/replay", null, cancellationToken);

    public Task<QuarantineList> QuarantineAsync(CancellationToken cancellationToken) =>
        rest.GetAsync<QuarantineList>(Service.Fetcher, "v1/quarantine", cancellationToken);

    public Task<Replayed> ReplayGroupAsync(string group, CancellationToken cancellationToken) =>
        rest.PostAsync<Replayed>(Service.Fetcher, $"v1/quarantine/{Uri.EscapeDataString(group)}/replay", null, cancellationToken);

    public Task<SourceList> SourcesAsync(CancellationToken cancellationToken) =>
        rest.GetAsync<SourceList>(Service.Fetcher, "v1/sources", cancellationToken);

    public Task<Source> SourceAsync(Guid id, CancellationToken cancellationToken) =>
        rest.GetAsync<Source>(Service.Fetcher, $"v1/sources/{id}", cancellationToken);

    /// <param name="settings">The address and what is set of it.</param>
    public Task<AddedSources> AddSourceAsync(IReadOnlyDictionary<string, object?> settings, CancellationToken cancellationToken) =>
        rest.PostAsync<AddedSources>(Service.Fetcher, "v1/sources", settings, cancellationToken);

    public Task<SourcePreview> PreviewSourceAsync(IReadOnlyDictionary<string, object?> settings, CancellationToken cancellationToken) =>
        rest.PostAsync<SourcePreview>(Service.Fetcher, "v1/sources/preview", settings, cancellationToken);

    /// <param name="list">An OPML file, as it is.</param>
    public Task<AddedSources> ImportSourcesAsync(byte[] list, CancellationToken cancellationToken) =>
        rest.PostAsync<AddedSources>(
            Service.Fetcher, "v1/sources/opml", new ByteArrayContent(list) { Headers = { ContentType = new("text/x-opml") } }, cancellationToken);

    public Task<string> ExportSourcesAsync(CancellationToken cancellationToken) => rest.GetTextAsync(Service.Fetcher, "v1/sources/opml", cancellationToken);

    /// <param name="change">A JSON merge patch.</param>
    public Task<Source> ChangeSourceAsync(Guid id, object change, CancellationToken cancellationToken) =>
        rest.PatchAsync<Source>(Service.Fetcher, $"v1/sources/{id}", change, cancellationToken);

    public Task<Source> ApplyProposalAsync(Guid id, CancellationToken cancellationToken) =>
        rest.PostAsync<Source>(Service.Fetcher, $"v1/sources/{id}/proposal", null, cancellationToken);

    public Task<Page<FetchedHost>> HostsAsync(string? part, bool waiting, string? cursor, int limit, CancellationToken cancellationToken) =>
        rest.GetAsync<Page<FetchedHost>>(
            Service.Fetcher,
            Query.Of("v1/hosts", ("q", part), ("waiting", waiting ? "true" : null), ("cursor", cursor), ("limit", limit.ToString(CultureInfo.InvariantCulture))),
            cancellationToken);

    public Task<FetchedHost> HostAsync(string name, CancellationToken cancellationToken) =>
        rest.GetAsync<FetchedHost>(Service.Fetcher, $"v1/hosts/{Uri.EscapeDataString(name)}", cancellationToken);

    public Task<Page<Target>> TargetsAsync(string host, string? status, int limit, CancellationToken cancellationToken) =>
        rest.GetAsync<Page<Target>>(
            Service.Fetcher, Query.Of("v1/targets", ("host", host), ("status", status), ("limit", limit.ToString(CultureInfo.InvariantCulture))), cancellationToken);

    public Task DeleteSourceAsync(Guid id, CancellationToken cancellationToken) =>
        rest.DeleteAsync(Service.Fetcher, $"v1/sources/{id}", cancellationToken);
}
