using System.Net.Http.Headers;
using System.Text.Json;
using Dateline.Fetcher.Files;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Sources;
using Dateline.Fetcher.Uploads;

namespace Dateline.Host.Client;

/// <summary>The calls that commands make to the REST API.</summary>
internal sealed class ApiClient(HttpClient http) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Uri Address => http.BaseAddress!;

    /// <summary>Uploads one document, or a feed with its entries; the same name and bytes are answered with their first receipt.</summary>
    public async Task<IReadOnlyList<UploadReceipt>> UploadAsync(FileItem item, CancellationToken cancellationToken)
    {
        var receipts = await PatientlyAsync(() =>
        {
            var file = new ReadOnlyMemoryContent(item.Bytes);
            file.Headers.ContentType = MediaTypeHeaderValue.TryParse(item.Charset is null ? item.MediaType : $"{item.MediaType}; charset={item.Charset}", out var type)
                ? type
                : new MediaTypeHeaderValue("application/octet-stream");
            var form = new MultipartFormDataContent { { file, "files", item.Name.Replace('/', ':') } };
            if (item.Url is not null)
                form.Add(new StringContent(item.Url), "url");
            return http.PostAsync("/v1/documents?once=true", form, cancellationToken);
        }, cancellationToken);
        return (await ReadAsync<UploadReceipts>(receipts, cancellationToken)).Items;
    }

    public async Task<UploadReceipt> FetchAsync(string url, CancellationToken cancellationToken)
    {
        var receipts = await PatientlyAsync(() => http.PostAsJsonAsync("/v1/documents", new UrlList([url]), cancellationToken), cancellationToken);
        return (await ReadAsync<UploadReceipts>(receipts, cancellationToken)).Items[0];
    }

    public async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        await ReadAsync<T>(await http.GetAsync(path, cancellationToken), cancellationToken);

    public async Task<T> PostAsync<T>(string path, object body, CancellationToken cancellationToken) =>
        await ReadAsync<T>(await http.PostAsJsonAsync(path, body, cancellationToken), cancellationToken);

    public async Task<string> GetTextAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(path, cancellationToken);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsStringAsync(cancellationToken)
            : throw await ProblemAsync(response, cancellationToken);
    }

    /// <summary>A document's raw content, or null where it is past its retention.</summary>
    public async Task<byte[]?> ContentAsync(Guid documentId, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync($"/v1/documents/{documentId}/content", cancellationToken);
        if (response.StatusCode == System.Net.HttpStatusCode.NotFound)
            return null;
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsByteArrayAsync(cancellationToken)
            : throw await ProblemAsync(response, cancellationToken);
    }

    public async Task<SourceReceipts> ImportAsync(byte[] opml, CancellationToken cancellationToken)
    {
        var list = new ByteArrayContent(opml);
        list.Headers.ContentType = new MediaTypeHeaderValue("text/x-opml");
        return await ReadAsync<SourceReceipts>(await http.PostAsync("/v1/sources/opml", list, cancellationToken), cancellationToken);
    }

    /// <summary>Waits until a document has its fate.</summary>
    public async Task<DocumentView> SettledAsync(Guid documentId, CancellationToken cancellationToken)
    {
        for (var pause = 20; ; pause = Math.Min(1000, pause * 3 / 2))
        {
            var document = await GetAsync<DocumentView>($"/v1/documents/{documentId}", cancellationToken);
            if (document.Fate != Fate.InFlight)
                return document;
            await Task.Delay(pause, cancellationToken);
        }
    }

    /// <summary>A full line is no failure: it says when to come back.</summary>
    private static async Task<HttpResponseMessage> PatientlyAsync(Func<Task<HttpResponseMessage>> call, CancellationToken cancellationToken)
    {
        while (true)
        {
            var response = await call();
            if (response.StatusCode != System.Net.HttpStatusCode.ServiceUnavailable)
                return response;
            await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(5), cancellationToken);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
            throw await ProblemAsync(response, cancellationToken);
        return await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken)
            ?? throw new InvalidDataException($"{response.RequestMessage?.RequestUri} answered with nothing.");
    }

    private static async Task<ApiException> ProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        try
        {
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            var title = problem.TryGetProperty("title", out var text) ? text.GetString() : null;
            var detail = problem.TryGetProperty("detail", out text) ? text.GetString() : null;
            return new ApiException(status, $"{title ?? response.ReasonPhrase}. {detail}".Trim(), response.Headers.RetryAfter?.Delta);
        }
        catch (JsonException)
        {
            return new ApiException(status, $"The server answered {status} {response.ReasonPhrase}.", null);
        }
    }

    public void Dispose() => http.Dispose();
}
