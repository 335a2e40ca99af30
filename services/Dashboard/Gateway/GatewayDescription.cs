using System.Text.Json.Nodes;
using Dateline.Dashboard.Clients;
using Microsoft.AspNetCore.Http;

namespace Dateline.Dashboard.Gateway;

/// <summary>The OpenAPI description of what the gateway passes on: the services' own descriptions in one.</summary>
internal sealed class GatewayDescription(IHttpClientFactory clients, ServiceAddresses addresses)
{
    public async Task<IResult> WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var http = clients.CreateClient();
            var fetcher = await ReadAsync(http, Service.Fetcher, cancellationToken);
            var storage = await ReadAsync(http, Service.Storage, cancellationToken);
            return TypedResults.Text(Merge(fetcher, storage).ToJsonString(), "application/json");
        }
        catch (HttpRequestException)
        {
            return TypedResults.Problem(
                "The description is made of the services' own, and one of them does not answer. Try again when /health/ready of both does.",
                statusCode: StatusCodes.Status503ServiceUnavailable, title: "The description is not available now");
        }
    }

    /// <summary>Adds the other's paths, schemas and tags to the first; what both have stays the first's.</summary>
    public static JsonObject Merge(JsonObject first, JsonObject other)
    {
        var merged = first.DeepClone().AsObject();
        merged.Remove("servers"); // the services' inner addresses mean nothing to a caller
        Add(merged, other, "paths");
        foreach (var part in other["components"]?.AsObject().Select(part => part.Key) ?? [])
            Add(Part(merged, "components"), other["components"]!.AsObject(), part);
        if (other["tags"] is JsonArray tags)
        {
            var own = merged["tags"] as JsonArray ?? [];
            merged["tags"] = new JsonArray([.. own.Concat(tags).DistinctBy(tag => tag?["name"]?.ToString()).Select(tag => tag?.DeepClone())]);
        }

        return merged;
    }

    private static void Add(JsonObject target, JsonObject source, string name)
    {
        foreach (var (key, value) in source[name]?.AsObject() ?? [])
            Part(target, name).TryAdd(key, value?.DeepClone());
    }

    private static JsonObject Part(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject part)
            return part;
        parent[name] = part = [];
        return part;
    }

    private async Task<JsonObject> ReadAsync(HttpClient http, Service service, CancellationToken cancellationToken) =>
        JsonNode.Parse(await http.GetStringAsync(new Uri(addresses.Of(service), "openapi/v1.json"), cancellationToken))!.AsObject();
}
