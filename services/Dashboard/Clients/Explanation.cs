using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Dashboard.Clients;

/// <summary>The answer to "where did my article go, and why?" for one address.</summary>
public sealed record Explanation
{
    public required string Url { get; init; }

    [JsonPropertyName("explanation")]
    public required string Text { get; init; }

    /// <summary>What the frontier plans for the address, when it knows it: facts by name, as the fetcher words them.</summary>
    public JsonElement? Target { get; init; }

    public IReadOnlyList<Document> Documents { get; init; } = [];
}
