using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MassTransit;
using MassTransit.Serialization;

namespace Dateline.Contracts.Tests;

/// <summary>Messages as they stand on the wire: the options are the bus's own.</summary>
internal static class Wire
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Every type that travels by itself: it carries the journey so far, or tells of what is no more.</summary>
    public static IReadOnlyList<Type> Messages { get; } =
    [
        .. typeof(Journey).Assembly.GetExportedTypes()
            .Where(type => type.GetProperties().Any(property => property.PropertyType == typeof(Journey)) || type == typeof(ArticleRemoved))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    public static JsonNode Write(object message) =>
        JsonSerializer.SerializeToNode(message, message.GetType(), SystemTextJsonMessageSerializer.Options)!;

    public static object Read(JsonNode body, Type type) => body.Deserialize(type, SystemTextJsonMessageSerializer.Options)!;

    /// <summary>The name a consumer's queue is bound to, and the body, for people to read.</summary>
    public static string Describe(object message) => ToText(new JsonObject
    {
        ["messageType"] = MessageUrn.ForTypeString(message.GetType()),
        ["message"] = Write(message),
    });

    public static string ToText(JsonNode node) => node.ToJsonString(Readable) + "\n";
}
