using System.Text.Json.Nodes;
using Dateline.Dashboard.Gateway;

namespace Dateline.Dashboard.Tests.Gateway;

public sealed class GatewayDescriptionTests
{
    [Fact]
    public void Joins_paths_schemas_and_tags_of_two_services()
    {
        var fetcher = Parse("""{"paths":{"/v1/sources":{}},"components":{"schemas":{"Source":{},"ProblemDetails":{}}},"tags":[{"name":"Sources"}]}""");
        var storage = Parse("""{"paths":{"/v1/articles":{}},"components":{"schemas":{"Article":{},"ProblemDetails":{}}},"tags":[{"name":"Articles"}]}""");

        var merged = GatewayDescription.Merge(fetcher, storage);

        merged["paths"]!.AsObject().Select(path => path.Key).ShouldBe(["/v1/sources", "/v1/articles"]);
        merged["components"]!["schemas"]!.AsObject().Select(schema => schema.Key).ShouldBe(["Source", "ProblemDetails", "Article"]);
        merged["tags"]!.AsArray().Select(tag => tag!["name"]!.ToString()).ShouldBe(["Sources", "Articles"]);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
