namespace Dateline.Content;

/// <summary>Raw bytes as they were received, kept once however often they arrive.</summary>
public sealed class RawContent
{
    /// <summary>SHA-256 of the uncompressed bytes, lower-case hex.</summary>
    public required string Key { get; init; }

    /// <summary>As stored; see <see cref="Compressed"/>.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>Brotli.</summary>
    public required bool Compressed { get; init; }

    /// <summary>Of the uncompressed bytes.</summary>
    public required long Length { get; init; }
}
