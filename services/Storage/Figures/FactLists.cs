using System.Text.Json;
using Dateline.Storage.Data;

namespace Dateline.Storage.Figures;

/// <summary>Reads the values of one field out of an article's lists.</summary>
internal static class FactLists
{
    public static IEnumerable<(string Value, string? Label)> Of(FacetField field, FactRow row, JsonElement enrichment) => field switch
    {
        FacetField.Author => Plain(StringList.Read(row.Authors)),
        FacetField.Tag => Plain(StringList.Read(row.Tags)),
        FacetField.Entity => Members(enrichment, "entities").Select(entity => (Text(entity, "canonical"), (string?)Text(entity, "type"))),
        FacetField.Place => Members(enrichment, "places").Select(place => (Text(place, "name"), Text(place, "country") is { Length: > 0 } country ? country : null)),
        FacetField.Country => Plain(Members(enrichment, "places").Select(place => Text(place, "country")).Where(country => country.Length > 0)),
        FacetField.Topic => Members(enrichment, "topics").Select(topic => (Text(topic, "code"), (string?)Text(topic, "label"))),
        FacetField.Keyword => Plain(Members(enrichment, "keywords").Select(keyword => Text(keyword, "text"))),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "This field is a column."),
    };

    private static IEnumerable<(string, string?)> Plain(IEnumerable<string> values) => values.Select(value => (value, (string?)null));

    private static IEnumerable<JsonElement> Members(JsonElement enrichment, string name) =>
        enrichment.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
