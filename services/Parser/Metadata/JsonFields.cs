using System.Net;
using System.Text.Json;
using Dateline.Parser.Text;

namespace Dateline.Parser.Metadata;

/// <summary>Reads fields of JSON whose writers disagree on case and on one or many.</summary>
internal static class JsonFields
{
    private static readonly string[] NameKeys = ["name", "headline", "title", "literal", "byline"];
    private static readonly string[] AddressKeys = ["url", "contentUrl", "@id", "href"];

    public static bool TryGet(JsonElement node, string name, out JsonElement value)
    {
        value = default;
        if (node.ValueKind != JsonValueKind.Object)
            return false;
        if (node.TryGetProperty(name, out value))
            return true;

        foreach (var property in node.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = property.Value;
                return true;
            }
        }

        return false;
    }

    /// <summary>The first of these fields that has a text.</summary>
    public static string? Text(JsonElement node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (TryGet(node, name, out var value) && Text(value) is { } text)
                return text;
        }

        return null;
    }

    /// <summary>A string or number, the first of an array, or the name of an object; entities decoded; null for none.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Clean(value.GetString()),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => value.EnumerateArray().Select(Text).FirstOrDefault(text => text is not null),
        JsonValueKind.Object => Text(value, NameKeys),
        _ => null,
    };

    /// <summary>One entry for each string or named object.</summary>
    public static IEnumerable<string> Texts(JsonElement node, string name)
    {
        if (!TryGet(node, name, out var value))
            return [];
        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(Text).OfType<string>()
            : Text(value) is { } single ? [single] : [];
    }

    /// <summary>An address, alone, the first of several, or of an object.</summary>
    public static string? Address(JsonElement node, string name)
    {
        if (!TryGet(node, name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Array)
            value = value.EnumerateArray().FirstOrDefault();
        return value.ValueKind == JsonValueKind.Object ? Text(value, AddressKeys) : Text(value);
    }

    private static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;

        // Templates write entities into JSON, where they mean themselves.
        return TextCleaner.Clean(text.Contains('&') ? WebUtility.HtmlDecode(text) : text).Trim();
    }
}
