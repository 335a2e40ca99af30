namespace Dateline.Hosting.Access;

/// <summary>An API key as it is kept: the secret itself is shown once and never stored.</summary>
public sealed class ApiKey
{
    public required Guid Id { get; init; }

    /// <summary>For people: who or what uses it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, lower-case hex. The secret has 256 random bits, so a slow hash would add nothing.</summary>
    public required string Hash { get; init; }

    public required string Scope { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? ExpiresAt { get; init; }
}
