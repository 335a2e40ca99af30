using System.Text.Json.Nodes;

namespace Dateline.Testing;

/// <summary>What a schema says of a value, with references followed and choices with null taken together.</summary>
internal sealed record ApiShape(
    IReadOnlyList<string> Types, IReadOnlyCollection<string> Values, IReadOnlyCollection<string> Required,
    IReadOnlyDictionary<string, JsonNode> Properties, JsonNode? Items)
{
    public string Kind => $"{(Types.Count == 0 ? "anything" : string.Join(" or ", Types))}{(Values.Count == 0 ? "" : $" of {string.Join(", ", Values)}")}";

    public static ApiShape Of(JsonNode schema, JsonNode document)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
            return Of(document["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!, document);
        if (schema["oneOf"] is JsonArray choices)
        {
            var shape = choices.Select(choice => Of(choice!, document)).Where(choice => choice.Types is not ["null"]).ToList();
            if (shape is [var only])
                return only with { Types = [.. only.Types, "null"] };
        }

        return new ApiShape(
            schema["type"] switch
            {
                JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
                JsonValue one => [one.GetValue<string>()],
                _ => [],
            },
            [.. (schema["enum"]?.AsArray() ?? []).Select(value => value?.ToJsonString() ?? "null")],
            [.. (schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>())],
            (schema["properties"]?.AsObject() ?? []).ToDictionary(member => member.Key, member => member.Value!),
            schema["items"] ?? schema["additionalProperties"] as JsonObject);
    }

    /// <summary>Whether every value of this shape's kind is one of the other's.</summary>
    public bool FitsInto(ApiShape other) =>
        (other.Types.Count == 0 || (Types.Count > 0 && Types.All(type => other.Types.Contains(type) || (type == "integer" && other.Types.Contains("number")))))
        && (other.Values.Count == 0 || (Values.Count > 0 && Values.All(other.Values.Contains)));
}
