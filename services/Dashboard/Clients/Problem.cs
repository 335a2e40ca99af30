using System.Text.Json.Serialization;

namespace Dateline.Dashboard.Clients;

/// <summary>What a service says when it cannot do what was asked (RFC 9457).</summary>
public sealed record Problem
{
    public string? Title { get; init; }

    public string? Detail { get; init; }

    public int Status { get; init; }

    public string? TraceId { get; init; }

    /// <summary>What is wrong with which field, where the service says so.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>The parameter of the address that is wrong.</summary>
    public string? Parameter { get; init; }

    /// <summary>The character of that parameter that cannot be read, counted from 0.</summary>
    public int? Position { get; init; }

    [JsonIgnore]
    public bool IsNotFound => Status == 404;
}
