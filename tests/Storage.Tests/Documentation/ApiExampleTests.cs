using System.Text.Json;
using Dateline.Persistence;
using Dateline.Testing;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Dateline.Storage.Tests.Documentation;

public sealed class ApiExampleTests(PostgresFixture postgres) : ApiSuite(DatabaseKind.Sqlite, postgres)
{
    [Fact]
    public async Task Every_operation_shows_how_it_is_used()
    {
        var missing = new List<string>();
        foreach (var (id, operation) in await OperationsAsync())
        {
            if (operation.TryGetProperty("parameters", out var parameters))
                missing.AddRange(parameters.EnumerateArray().Where(parameter => IsRequired(parameter) && !parameter.TryGetProperty("example", out _))
                    .Select(parameter => $"{id}: {parameter.GetProperty("name")}"));
            if (operation.TryGetProperty("requestBody", out var body) && !HasExamples(body))
                missing.Add($"{id}: request");
            missing.AddRange(operation.GetProperty("responses").EnumerateObject()
                .Where(response => response.Name[0] == '2' && !HasExamples(response.Value)).Select(response => $"{id}: {response.Name}"));
        }

        missing.ShouldBeEmpty("Add them to services/Storage/Documentation/examples.json.");
    }

    [Fact]
    public async Task Examples_are_what_operations_take_and_give()
    {
        var json = new JsonSerializerOptions(Api.Get<IOptions<JsonOptions>>().Value.SerializerOptions)
        {
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };
        var operations = await OperationsAsync();
        foreach (var endpoint in Api.Get<EndpointDataSource>().Endpoints)
        {
            if (endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName is not { } id || !operations.TryGetValue(id, out var operation))
                continue;
            if (operation.TryGetProperty("requestBody", out var body))
                Read(id, Example(body), endpoint.Metadata.GetRequiredMetadata<IAcceptsMetadata>().RequestType!, json);
            foreach (var answer in endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Where(answer => answer.StatusCode < 300 && answer.ContentTypes.Contains("application/json")))
                Read(id, Example(operation.GetProperty("responses").GetProperty($"{answer.StatusCode}")), answer.Type!, json);
        }
    }

    private static void Read(string operation, JsonElement example, Type type, JsonSerializerOptions json) =>
        Should.NotThrow(() => example.Deserialize(type, json), operation).ShouldNotBeNull(operation);

    private static bool IsRequired(JsonElement parameter) => parameter.TryGetProperty("required", out var required) && required.GetBoolean();

    private static bool HasExamples(JsonElement part) =>
        !part.TryGetProperty("content", out var content) || content.EnumerateObject().All(type => type.Value.TryGetProperty("example", out _));

    private static JsonElement Example(JsonElement part) => part.GetProperty("content").GetProperty("application/json").GetProperty("example");

    private async Task<Dictionary<string, JsonElement>> OperationsAsync() =>
        (await Api.ReadAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .ToDictionary(method => method.Value.GetProperty("operationId").GetString()!, method => method.Value);
}
