namespace Dateline.Testing;

/// <summary>What a simulated site answers with.</summary>
public sealed record SimulatedReply
{
    public int Status { get; init; } = 200;

    public string? ContentType { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string? Header(string name) => Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>How long it keeps the caller waiting before the first byte.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How long it waits after each <see cref="ChunkBytes"/> of the body.</summary>
    public TimeSpan ChunkDelay { get; init; }

    public int ChunkBytes { get; init; } = 16 * 1024;

    /// <summary>Breaks the connection after the body instead of ending the answer.</summary>
    public bool Abort { get; init; }
}
