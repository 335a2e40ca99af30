using System.Net;
using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dateline.Testing;

/// <summary>What a running service says of its API, and what must be true of it.</summary>
public sealed class ApiDescription
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject document;

    private ApiDescription(JsonObject document) => this.document = document;

    public IReadOnlyList<ApiOperation> Operations =>
    [
        .. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()
            .Select(method => new ApiOperation(new HttpMethod(method.Key.ToUpperInvariant()), path.Key, method.Value!))),
    ];

    public static async Task<ApiDescription> ReadAsync(HttpClient service)
    {
        var document = JsonNode.Parse(await service.GetStringAsync("/openapi/v1.json"))!.AsObject();
        document.Remove("servers"); // the test's own address
        return new ApiDescription(document);
    }

    /// <summary>Operations that answer a parameter which they do not have with anything but a 400 that names it.</summary>
    public async Task<IReadOnlyList<string>> CarelessAsync(HttpClient service)
    {
        var careless = new List<string>();
        foreach (var operation in Operations)
        {
            using var request = new HttpRequestMessage(operation.Method, operation.Address + "?surprise=1");
            if (operation.Request is { } body)
                request.Content = JsonContent.Create(body);
            using var response = await service.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            if (response.StatusCode != HttpStatusCode.BadRequest || !(await response.Content.ReadAsStringAsync()).Contains("surprise", StringComparison.Ordinal))
                careless.Add($"{operation.Id}: {(int)response.StatusCode}");
        }

        return careless;
    }

    /// <summary>
    /// What breaks those who rely on the description that was published, which is a file of the repository. After an addition, write it
    /// anew: run the tests with DATELINE_PUBLISH_API=1 and commit the file. That is refused as long as something breaks.
    /// </summary>
    public async Task<IReadOnlyList<string>> BreaksAsync(string name)
    {
        var file = SolutionRoot.Combine("deploy", "docs", "openapi", name);
        var publish = Environment.GetEnvironmentVariable("DATELINE_PUBLISH_API") == "1";
        var published = publish && !File.Exists(file) ? document : JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        var breaks = ApiComparison.Breaks(published, document);
        if (publish && breaks.Count == 0)
        {
            await File.WriteAllTextAsync(file, document.ToJsonString(Readable) + "\n");
            return breaks;
        }

        var known = new ApiDescription(published.AsObject()).Operations.Select(operation => operation.Id).ToHashSet();
        return [.. breaks, .. Operations.Where(operation => !known.Contains(operation.Id)).Select(operation => $"{operation.Id} is not published yet")];
    }
}
