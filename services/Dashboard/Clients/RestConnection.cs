using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dateline.Dashboard.Access;

namespace Dateline.Dashboard.Clients;

/// <summary>Speaks REST with one service on behalf of whoever looks at the page; every failure is a <see cref="RestException"/>.</summary>
public sealed class RestConnection(HttpClient http, ServiceAddresses addresses, Caller caller)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Task<T> GetAsync<T>(Service service, string path, CancellationToken cancellationToken) =>
        SendAsync<T>(service, HttpMethod.Get, path, null, cancellationToken);

    public Task<T> PostAsync<T>(Service service, string path, object? body, CancellationToken cancellationToken) =>
        SendAsync<T>(service, HttpMethod.Post, path, body, cancellationToken);

    public Task<T> PatchAsync<T>(Service service, string path, object? body, CancellationToken cancellationToken) =>
        SendAsync<T>(service, HttpMethod.Patch, path, body, cancellationToken);

    public async Task<string> GetTextAsync(Service service, string path, CancellationToken cancellationToken)
    {
        using var response = await AnswerAsync(service, HttpMethod.Get, path, null, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    public Task<T> PutAsync<T>(Service service, string path, object? body, CancellationToken cancellationToken) =>
        SendAsync<T>(service, HttpMethod.Put, path, body, cancellationToken);

    /// <summary>For what answers with nothing.</summary>
    public async Task PutAsync(Service service, string path, object? body, CancellationToken cancellationToken)
    {
        using var response = await AnswerAsync(service, HttpMethod.Put, path, body, cancellationToken);
    }

    public Task<T> DeleteAsync<T>(Service service, string path, CancellationToken cancellationToken) =>
        SendAsync<T>(service, HttpMethod.Delete, path, null, cancellationToken);

    public async Task DeleteAsync(Service service, string path, CancellationToken cancellationToken)
    {
        using var response = await AnswerAsync(service, HttpMethod.Delete, path, null, cancellationToken);
    }

    private async Task<T> SendAsync<T>(Service service, HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using var response = await AnswerAsync(service, method, path, body, cancellationToken);
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken)
                ?? throw new JsonException($"{path} answered with nothing.");
        }
        catch (JsonException exception)
        {
            throw new RestException(new Problem
            {
                Title = "The answer cannot be read",
                Detail = $"{Name(service)} answered {path} in a way this dashboard does not know. Run the same version of both.",
                Status = (int)response.StatusCode,
            }, exception);
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(
        Service service, HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(addresses.Of(service), path));
        if (await caller.KeyAsync() is { } key)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (body is not null)
            request.Content = body as HttpContent ?? JsonContent.Create(body, options: Json);

        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException || exception is TaskCanceledException { InnerException: TimeoutException })
        {
            throw new RestException(new Problem
            {
                Title = $"{Name(service)} does not answer",
                Detail = "Nothing is lost: what was accepted waits. Look whether the service runs and is ready (/health/ready), then try again.",
            }, exception);
        }

        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw new RestException(await ProblemAsync(response, cancellationToken));
    }

    private static async Task<Problem> ProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var bare = new Problem { Title = $"The request failed with {status} {response.ReasonPhrase}", Status = status };
        if (response.Content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json"))
            return bare;
        try
        {
            var problem = await response.Content.ReadFromJsonAsync<Problem>(Json, cancellationToken);
            return problem is null ? bare : problem with { Title = problem.Title ?? bare.Title, Status = status };
        }
        catch (JsonException)
        {
            return bare;
        }
    }

    private static string Name(Service service) => service switch
    {
        Service.Fetcher => "The fetcher",
        _ => "The archive",
    };
}
