using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Dateline.Content;
using Dateline.Fetcher.Files;
using Dateline.Fetcher.Ledger;
using Dateline.Fetcher.Sources;
using Dateline.Fetcher.Uploads;

namespace Dateline.Host.Client;

/// <summary>The calls that commands make to the REST API.</summary>
internal sealed class ApiClient(HttpClient http) : IDisposable
{
    /// <summary>As many as fit into an address of usual length.</summary>
    private const int IdsAtOnce = 100;

    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly ServerSilence silence = new();

    public Uri Address => http.BaseAddress!;

    /// <summary>Uploads documents, and feeds with their entries, in one request; the same name and bytes are answered with their first receipt.</summary>
    public async Task<IReadOnlyList<UploadReceipt>> UploadAsync(IReadOnlyList<FileItem> items, CancellationToken cancellationToken) =>
        (await PatientlyAsync<UploadReceipts>(() => http.PostAsync("/v1/documents?once=true", Form(items), cancellationToken), cancellationToken)).Items;

    /// <summary>A receipt for each: repeated, with what it became, or unknown.</summary>
    public async Task<IReadOnlyList<UploadReceipt>> KnownAsync(IReadOnlyList<FileItem> items, CancellationToken cancellationToken)
    {
        var files = new KnownFiles([.. items.Select(item => new KnownFile(SentName(item), ContentKey.Of(item.Bytes.Span)))]);
        return (await PatientlyAsync<UploadReceipts>(() => http.PostAsJsonAsync("/v1/documents/known", files, cancellationToken), cancellationToken)).Items;
    }

    public async Task<UploadReceipt> FetchAsync(string url, CancellationToken cancellationToken) =>
        (await PatientlyAsync<UploadReceipts>(() => http.PostAsJsonAsync("/v1/documents", new UrlList([url]), cancellationToken), cancellationToken)).Items[0];

    public Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        PatientlyAsync<T>(() => http.GetAsync(path, cancellationToken), cancellationToken);

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
    public async Task<DocumentView> SettledAsync(Guid documentId, CancellationToken cancellationToken) =>
        (await SettledAsync([documentId], cancellationToken))[documentId];

    /// <summary>Waits until all of them have their fates.</summary>
    public async Task<IReadOnlyDictionary<Guid, DocumentView>> SettledAsync(IReadOnlyCollection<Guid> documentIds, CancellationToken cancellationToken)
    {
        var settled = new Dictionary<Guid, DocumentView>();
        for (var pause = 20; ; pause = Math.Min(1000, pause * 3 / 2))
        {
            foreach (var ids in documentIds.Where(id => !settled.ContainsKey(id)).Distinct().Chunk(IdsAtOnce))
            {
                var page = await GetAsync<DocumentPage>($"/v1/documents?{string.Join('&', ids.Select(id => $"id={id}"))}", cancellationToken);
                if (page.Items.Count < ids.Length)
                    throw new ApiException(404, "The server does not know a document that it accepted. Was its data folder replaced? Run the command again.", null);
                foreach (var document in page.Items.Where(document => document.Fate != Fate.InFlight))
                    settled[document.Id] = document;
            }

            if (documentIds.All(settled.ContainsKey))
                return settled;
            await Task.Delay(pause, cancellationToken);
        }
    }

    private static MultipartFormDataContent Form(IReadOnlyList<FileItem> items)
    {
        var form = new MultipartFormDataContent();
        foreach (var item in items)
        {
            var file = new ReadOnlyMemoryContent(item.Bytes);
            file.Headers.ContentType = MediaTypeHeaderValue.TryParse(item.Charset is null ? item.MediaType : $"{item.MediaType}; charset={item.Charset}", out var type)
                ? type
                : new MediaTypeHeaderValue("application/octet-stream");
            if (item.FetchedAt is { } at)
                file.Headers.Add("X-Fetched-At", at.ToString("O", CultureInfo.InvariantCulture));
            if (item.Url is not null && items.Count > 1)
                file.Headers.TryAddWithoutValidation("Content-Location", item.Url);
            form.Add(file, "files", SentName(item));
        }

        if (items is [{ Url: { } url }])
            form.Add(new StringContent(url), "url");
        return form;
    }

    /// <summary>A slash in the name of an upload belongs to somebody's path; this one is the place in an archive.</summary>
    public static string SentName(FileItem item) => item.Name.Replace('/', ':');

    /// <summary>
    /// For what may be asked twice. A full line and a spent budget are no failures: they say when to come back. A server that answered
    /// before and does not now is being restarted.
    /// </summary>
    private async Task<T> PatientlyAsync<T>(Func<Task<HttpResponseMessage>> call, CancellationToken cancellationToken)
    {
        while (true)
        {
            var pause = RetryPause;
            try
            {
                using var response = await call();
                if (response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
                {
                    silence.End();
                    pause = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(5);
                }
                else if (response.StatusCode is not (HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout) || !silence.MayLast())
                {
                    return await ReadAsync<T>(response, cancellationToken);
                }
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                if (!silence.MayLast())
                    throw;
            }

            await Task.Delay(pause, cancellationToken);
        }
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
            throw await ProblemAsync(response, cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken)
            ?? throw new InvalidDataException($"{response.RequestMessage?.RequestUri} answered with nothing.");
        silence.End();
        return answer;
    }

    private static async Task<ApiException> ProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        try
        {
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            var title = problem.TryGetProperty("title", out var text) ? text.GetString() : null;
            var detail = problem.TryGetProperty("detail", out text) ? text.GetString() : null;
            var pointer = problem.TryGetProperty("pointer", out text) ? $"\n{text.GetString()}" : "";
            return new ApiException(status, $"{title ?? response.ReasonPhrase}. {detail}".Trim() + pointer, response.Headers.RetryAfter?.Delta);
        }
        catch (JsonException)
        {
            return new ApiException(status, $"The server answered {status} {response.ReasonPhrase}.", null);
        }
    }

    public void Dispose() => http.Dispose();
}
