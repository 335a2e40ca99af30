using System.Net;

namespace Dateline.Testing;

/// <summary>A request as a simulated site saw it.</summary>
/// <param name="At">Since the start of the simulated web, on a clock that never goes back.</param>
/// <param name="PathAndQuery">As it was asked for, with the query.</param>
public sealed record ObservedRequest(
    TimeSpan At, string Method, string Host, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, IPAddress? From)
{
    /// <summary>What it was answered with.</summary>
    public SimulatedReply? Reply { get; set; }

    /// <summary>When the answer was complete, or the caller gone; null before. On the clock of <see cref="At"/>.</summary>
    public TimeSpan? EndedAt { get; set; }

    /// <summary>The form that was posted; empty for anything else.</summary>
    public IReadOnlyDictionary<string, string> Form { get; init; } = new Dictionary<string, string>();

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
