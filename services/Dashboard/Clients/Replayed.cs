using System.Text.Json.Serialization;

namespace Dateline.Dashboard.Clients;

/// <summary>How many documents are on their way again.</summary>
public sealed record Replayed([property: JsonPropertyName("replayed")] int Count);
