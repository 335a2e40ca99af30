using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Dateline.Hosting.Documentation;

/// <summary>Shows in the API's description how each operation is used: a request and an answer, by the operation's name.</summary>
/// <remarks>
/// A module registers its own, read from a JSON object: <c>{"operation": {"parameters": {"q": "…"}, "request": …, "response": …, "text": {"text/csv": "…"}}}</c>.
/// Where the answer depends on the status, <c>"responses": {"201": …}</c> has one for each.
/// </remarks>
public sealed class ApiExamples
{
    private readonly JsonObject operations;

    private ApiExamples(JsonObject operations) => this.operations = operations;

    /// <param name="assembly">The module's.</param>
    /// <param name="resource">The end of the embedded resource's name.</param>
    public static ApiExamples From(Assembly assembly, string resource)
    {
        var name = assembly.GetManifestResourceNames().Single(name => name.EndsWith(resource, StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(name)!;
        return new ApiExamples(JsonNode.Parse(stream, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!.AsObject());
    }

    internal void Show(OpenApiOperation operation)
    {
        if (operation.OperationId is not { } id || operations[id] is not JsonObject example)
            return;

        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            parameter.Example = example["parameters"]?[parameter.Name ?? ""]?.DeepClone();
        if (operation.RequestBody is OpenApiRequestBody { Content: { } asked })
            Show(asked, example["request"], example["text"]);
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (status.StartsWith('2') && response is OpenApiResponse { Content: { } answered })
                Show(answered, example["responses"]?[status] ?? example["response"], example["text"]);
        }
    }

    private static void Show(IDictionary<string, OpenApiMediaType> contents, JsonNode? json, JsonNode? texts)
    {
        foreach (var (type, content) in contents)
            content.Example = (texts?[type] ?? (type == "application/json" ? json : null))?.DeepClone();
    }
}
