using System.Globalization;
using System.Text.Json;

namespace Dateline.Fetcher.Files;

/// <summary>Writes other people's JSON under the names that the parser knows, beside what it says itself.</summary>
internal static class MappedJson
{
    private const int MaxDepth = 128;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    /// <summary>As it is when there is nothing to map, or when it cannot be read: the parser says what is wrong with it.</summary>
    public static byte[] Apply(byte[] value, FieldMap map)
    {
        if (map.IsEmpty || TryParse(value) is not { } document)
            return value;

        using (document)
        {
            var found = map.Paths.Select(field => (field.Name, Value: Find(document.RootElement, field.Path))).Where(field => field.Value is not null).ToList();
            if (document.RootElement.ValueKind != JsonValueKind.Object || found.Count == 0)
                return value;

            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream))
            {
                json.WriteStartObject();
                foreach (var (name, of) in found.DistinctBy(field => field.Name))
                {
                    json.WritePropertyName(name);
                    of!.Value.WriteTo(json);
                }

                foreach (var member in document.RootElement.EnumerateObject().Where(member => found.TrueForAll(field => field.Name != member.Name)))
                    member.WriteTo(json);
                json.WriteEndObject();
            }

            return stream.ToArray();
        }
    }

    /// <summary>The values of a list that lies inside of an object; null when there is none.</summary>
    public static IReadOnlyList<byte[]>? Values(byte[] value, string[] path)
    {
        using var document = TryParse(value);
        return document is not null && Find(document.RootElement, path) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(item => JsonSerializer.SerializeToUtf8Bytes(item))]
            : null;
    }

    private static JsonDocument? TryParse(byte[] value)
    {
        try
        {
            return JsonDocument.Parse(value, Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Find(JsonElement element, string[] path)
    {
        foreach (var step in path)
        {
            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(step, out var member))
                element = member;
            else if (element.ValueKind == JsonValueKind.Array && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < element.GetArrayLength())
                element = element[index];
            else
                return null;
        }

        return element;
    }
}
