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
            merged[name] = value?.DeepClone();
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
}
