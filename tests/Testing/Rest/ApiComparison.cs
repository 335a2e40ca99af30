using System.Text.Json.Nodes;

namespace Dateline.Testing;

/// <summary>Finds what of one version of an API's description breaks those who were written against another.</summary>
public sealed class ApiComparison
{
    private readonly JsonNode before;
    private readonly JsonNode after;
    private readonly List<string> breaks = [];

    /// <summary>Schemas that were compared: they may contain themselves.</summary>
    private readonly HashSet<(string, string, bool)> compared = [];

    private ApiComparison(JsonNode before, JsonNode after) => (this.before, this.after) = (before, after);

    public static IReadOnlyList<string> Breaks(JsonNode before, JsonNode after)
    {
        var comparison = new ApiComparison(before, after);
        foreach (var (path, methods) in Members(before["paths"]))
        {
            foreach (var (method, operation) in Members(methods).Where(member => member.Value?["responses"] is not null))
                comparison.Operation($"{method.ToUpperInvariant()} {path}", operation!, after["paths"]?[path]?[method]);
        }

        return comparison.breaks;
    }

    private void Operation(string name, JsonNode old, JsonNode? now)
    {
        if (now is null)
        {
            breaks.Add($"{name} is gone");
            return;
        }

        if (Text(old["operationId"]) != Text(now["operationId"]))
            breaks.Add($"{name} has another operationId: clients' methods are named by it");
        Parameters(name, old, now);
        if (Is(now["requestBody"]?["required"]) && !Is(old["requestBody"]?["required"]))
            breaks.Add($"{name} needs a body now");
        Contents($"{name} body", old["requestBody"]?["content"], now["requestBody"]?["content"], taken: true);
        foreach (var (status, response) in Members(old["responses"]).Where(member => member.Key.StartsWith('2')))
        {
            if (now["responses"]?[status] is not { } answer)
                breaks.Add($"{name} no longer answers {status}");
            else
                Contents($"{name} {status}", response?["content"], answer["content"], taken: false);
        }
    }

    private void Parameters(string name, JsonNode old, JsonNode now)
    {
        var (known, present) = (ByName(old), ByName(now));
        foreach (var (key, parameter) in known)
        {
            if (!present.TryGetValue(key, out var same))
                breaks.Add($"{name} has no parameter {key} any more");
            else
                Schema($"{name} parameter {key}", parameter["schema"], same["schema"], taken: true);
        }

        foreach (var (key, _) in present.Where(pair => Is(pair.Value["required"]) && !(known.TryGetValue(pair.Key, out var same) && Is(same["required"]))))
            breaks.Add($"{name} needs the parameter {key} now");
    }

    private void Contents(string name, JsonNode? old, JsonNode? now, bool taken)
    {
        foreach (var (type, content) in Members(old))
        {
            if (now?[type] is not { } same)
                breaks.Add($"{name} is not {type} any more");
            else
                Schema(name, content?["schema"], same["schema"], taken);
        }
    }

    /// <param name="taken">Whether callers send it: then less may not be accepted. What they receive may not be more than it was.</param>
    private void Schema(string name, JsonNode? old, JsonNode? now, bool taken)
    {
        if (old is null || now is null)
            return;

        var (known, present) = (ApiShape.Of(old, before), ApiShape.Of(now, after));
        var (narrow, wide) = taken ? (known, present) : (present, known);
        if (!narrow.FitsInto(wide))
            breaks.Add($"{name} was {known.Kind} and is {present.Kind}");
        if (Reference(old) is { } left && Reference(now) is { } right && !compared.Add((left, right, taken)))
            return;
        foreach (var property in (taken ? present.Required : known.Required).Except(taken ? known.Required : present.Required))
            breaks.Add(taken ? $"{name} needs {property} now" : $"{name} may lack {property} now");
        foreach (var (property, schema) in known.Properties)
        {
            if (present.Properties.TryGetValue(property, out var same))
                Schema($"{name}.{property}", schema, same, taken);
            else
                breaks.Add($"{name}.{property} is gone");
        }

        Schema($"{name}[]", known.Items, present.Items, taken);
    }

    /// <summary>The schema that it refers to, itself or as a choice beside null.</summary>
    private static string? Reference(JsonNode schema) =>
        Text(schema["$ref"] ?? (schema["oneOf"] as JsonArray)?.Select(choice => choice!["$ref"]).FirstOrDefault(reference => reference is not null));

    private static Dictionary<string, JsonNode> ByName(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).ToDictionary(parameter => $"{Text(parameter!["name"])} ({Text(parameter["in"])})", parameter => parameter!);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => node as JsonObject ?? [];

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static bool Is(JsonNode? node) => node?.GetValue<bool>() == true;
}
