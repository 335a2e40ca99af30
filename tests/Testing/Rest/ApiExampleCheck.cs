using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dateline.Testing;

/// <summary>Reads a description's examples as the service itself would: one that it could not read helps nobody.</summary>
public static class ApiExampleCheck
{
    /// <summary>Examples that are no value of the type that the operation takes or gives, with what is wrong.</summary>
    public static IReadOnlyList<string> Unreadable(ApiDescription description, IServiceProvider service)
    {
        var json = new JsonSerializerOptions(service.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions)
        {
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };
        var operations = description.Operations.ToDictionary(operation => operation.Id);
        var problems = new List<string>();
        foreach (var endpoint in service.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            if (endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName is not { } id || !operations.TryGetValue(id, out var operation))
                continue;
            if (operation.Request is { } request)
                Read($"{id}: request", request, endpoint.Metadata.GetRequiredMetadata<IAcceptsMetadata>().RequestType!);
            foreach (var answer in endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Where(answer => answer.StatusCode < 300 && answer.ContentTypes.Contains("application/json")))
                Read($"{id}: {answer.StatusCode}", operation.Answer(answer.StatusCode), answer.Type!);
        }

        return problems;

        void Read(string what, JsonNode? example, Type type)
        {
            try
            {
                if (example.Deserialize(type, json) is null)
                    problems.Add($"{what} is nothing");
            }
            catch (JsonException unreadable)
            {
                problems.Add($"{what}: {unreadable.Message}");
            }
        }
    }
}
