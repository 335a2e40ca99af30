using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Contracts;

/// <summary>
/// Writes an enum in kebab case and reads a name it does not know as the first member, so that an older
/// consumer survives a newer publisher.
/// </summary>
public sealed class WireEnumConverter<T> : JsonConverter<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Names =
        Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, T> Values =
        Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Name(value));

    /// <summary>The name of a value as it stands on the wire, in the ledger and in REST.</summary>
    public static string Name(T value) => Names[value];

    /// <summary>The value of a wire name; the first member when the name is unknown.</summary>
    public static T Parse(string? name) => name is not null && Values.TryGetValue(name, out var value) ? value : default;

    /// <summary>Whether the name is one this version knows.</summary>
    public static bool TryParse(string? name, out T value)
    {
        value = default;
        return name is not null && Values.TryGetValue(name, out value);
    }
}
