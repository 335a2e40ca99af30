using System.Text.Json.Nodes;

namespace Dateline.Testing.Tests;

public sealed class ApiComparisonTests
{
    private const string Published = """
        {
          "paths": { "/v1/things": { "post": {
            "operationId": "addThing",
            "parameters": [{ "name": "q", "in": "query", "schema": { "type": "string" } }],
            "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Draft" } } } },
            "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } } },
          "components": { "schemas": {
            "Draft": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" }, "size": { "type": ["number", "null"] }, "kind": { "enum": ["a", "b"] } } },
            "Thing": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" }, "size": { "type": "number" }, "inner": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/Thing" }] }, "names": { "type": "array", "items": { "type": "string" } } } } } }
        }
        """;

    [Theory]
    [InlineData("/v1/things", "/v1/items", "POST /v1/things is gone")]
    [InlineData("\"addThing\"", "\"makeThing\"", "POST /v1/things has another operationId: clients' methods are named by it")]
    [InlineData("\"name\": \"q\"", "\"name\": \"query\"", "POST /v1/things has no parameter q (query) any more")]
    [InlineData("\"in\": \"query\",", "\"in\": \"query\", \"required\": true,", "POST /v1/things needs the parameter q (query) now")]
    [InlineData("\"schema\": { \"type\": \"string\" }", "\"schema\": { \"type\": \"integer\" }", "POST /v1/things parameter q (query) was string and is integer")]
    [InlineData("\"requestBody\": {", "\"requestBody\": { \"required\": true,", "POST /v1/things needs a body now")]
    [InlineData("[\"name\"]", "[\"name\", \"size\"]", "POST /v1/things body needs size now")]
    [InlineData("\"name\": { \"type\": \"string\" }, ", "", "POST /v1/things body.name is gone")]
    [InlineData("[\"number\", \"null\"]", "\"number\"", "POST /v1/things body.size was number or null and is number")]
    [InlineData("[\"a\", \"b\"]", "[\"a\"]", "POST /v1/things body.kind was anything of \"a\", \"b\" and is anything of \"a\"")]
    [InlineData("\"200\"", "\"201\"", "POST /v1/things no longer answers 200")]
    [InlineData("[\"id\"]", "[]", "POST /v1/things 200 may lack id now")]
    [InlineData("\"id\": { \"type\": \"string\" }, ", "", "POST /v1/things 200.id is gone")]
    [InlineData("\"size\": { \"type\": \"number\" }", "\"size\": { \"type\": [\"number\", \"null\"] }", "POST /v1/things 200.size was number and is number or null")]
    [InlineData("\"items\": { \"type\": \"string\" }", "\"items\": { \"type\": \"integer\" }", "POST /v1/things 200.names[] was string and is integer")]
    public void Finds_what_breaks_a_caller(string was, string becomes, string found) => Compare(Published.Replace(was, becomes)).ShouldBe([found]);

    [Theory]
    [InlineData("\"in\": \"query\",", "\"in\": \"query\", \"description\": \"The query.\",")]
    [InlineData("\"parameters\": [", "\"parameters\": [{ \"name\": \"sort\", \"in\": \"query\", \"schema\": { \"type\": \"string\" } }, ")]
    [InlineData("[\"name\"]", "[]")]
    [InlineData("[\"a\", \"b\"]", "[\"a\", \"b\", \"c\"]")]
    [InlineData("\"size\": { \"type\": \"number\" }", "\"size\": { \"type\": \"integer\" }")]
    [InlineData("\"id\": { \"type\": \"string\" }", "\"id\": { \"type\": \"string\" }, \"more\": { \"type\": \"string\" }")]
    [InlineData("[\"id\"]", "[\"id\", \"size\"]")]
    public void Lets_pass_what_only_adds(string was, string becomes) => Compare(Published.Replace(was, becomes)).ShouldBeEmpty();

    private static IReadOnlyList<string> Compare(string after)
    {
        after.ShouldNotBe(Published);
        return ApiComparison.Breaks(JsonNode.Parse(Published)!, JsonNode.Parse(after)!);
    }
}
