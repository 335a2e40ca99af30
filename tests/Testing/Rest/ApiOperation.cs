using System.Text.Json.Nodes;

namespace Dateline.Testing;

/// <summary>One operation as an API's description has it, for tests that call every one.</summary>
public sealed record ApiOperation(HttpMethod Method, string Path, JsonNode Description)
{
    public string Id => Description["operationId"]?.GetValue<string>() ?? throw new InvalidOperationException($"{Method} {Path} has no operationId: clients name their methods by it.");

    /// <summary>With the example values in the places of the path's parameters.</summary>
    public string Address => Parameters.Where(parameter => parameter["in"]!.GetValue<string>() == "path").Aggregate(
        Path, (path, parameter) => path.Replace($"{{{parameter["name"]}}}", Uri.EscapeDataString($"{parameter["example"]}"), StringComparison.Ordinal));

    /// <summary>An example of the body that it takes as JSON.</summary>
    public JsonNode? Request => Example(Description["requestBody"]);

    /// <summary>Examples that its users are owed and not given.</summary>
    public IEnumerable<string> MissingExamples =>
    [
        .. Parameters.Where(parameter => parameter["required"]?.GetValue<bool>() == true && parameter["example"] is null).Select(parameter => $"{Id}: {parameter["name"]}"),
        .. Unshown(Description["requestBody"]).Select(type => $"{Id}: request as {type}"),
        .. Answers.SelectMany(answer => Unshown(answer.Value).Select(type => $"{Id}: {answer.Key} as {type}")),
    ];

    private IEnumerable<JsonNode> Parameters => (Description["parameters"]?.AsArray() ?? []).Select(parameter => parameter!);

    private IEnumerable<KeyValuePair<string, JsonNode?>> Answers => Description["responses"]!.AsObject().Where(answer => answer.Key.StartsWith('2'));

    /// <summary>An example of what it answers as JSON with this status.</summary>
    public JsonNode? Answer(int status) => Example(Description["responses"]?[$"{status}"]);

    private static JsonNode? Example(JsonNode? part) => part?["content"]?["application/json"]?["example"];

    /// <summary>Bytes and parts cannot be shown as text.</summary>
    private static IEnumerable<string> Unshown(JsonNode? part) => (part?["content"]?.AsObject() ?? [])
        .Where(type => type.Value!["example"] is null && type.Key is not ("application/pdf" or "application/zip" or "application/gzip" or "application/octet-stream" or "multipart/form-data"))
        .Select(type => type.Key);
}
