using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dateline.Fetcher.Sources;

/// <summary>Changes settings by a JSON merge patch (RFC 7396): what is left out stays, null means the default.</summary>
public static class SourcePatch
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Either the settings after the change, or what is wrong with it.</summary>
    public static (SourceSettings? Settings, string? Problem) Apply(SourceSettings settings, JsonObject patch)
    {
        var merged = JsonSerializer.SerializeToNode(settings, Json)!.AsObject();
        foreach (var (name, value) in patch)
        {
            if (!merged.ContainsKey(name))
                return (null, $"There is no setting '{name}'. There are: {string.Join(", ", merged.Select(pair => pair.Key))}.");
            merged[name] = Merge(merged[name], value);
        }

        try
        {
            var changed = merged.Deserialize<SourceSettings>(Json)!;
            return (changed.Url is null ? changed with { Url = settings.Url } : changed, null);
        }
        catch (JsonException exception)
        {
            return (null, $"{exception.Path?.TrimStart('$', '.')} has a value of the wrong kind: texts in quotes, minutes as whole numbers, `tags` as a list, `headers` as an object.");
        }
    }

    /// <summary>Objects are merged name by name, so that one header can be changed by somebody who does not know the others.</summary>
    private static JsonNode? Merge(JsonNode? known, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
            return patch?.DeepClone();
        var merged = known is JsonObject before ? before.DeepClone().AsObject() : [];
        foreach (var (name, value) in changes)
        {
            // Names of headers compare without case.
            foreach (var same in merged.Select(pair => pair.Key).Where(key => key.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList())
                merged.Remove(same);
            if (value is not null)
                merged[name] = value.DeepClone();
        }

        return merged;
    }
}
