using System.ComponentModel.DataAnnotations;

namespace Dateline.Hosting.Access;

/// <summary>Who may use the API without a stored key. Bound from <c>Access</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>
    /// Networks (CIDR) whose callers need no key. Null: loopback, which is what runs on the machine itself. Values replace it. A compose
    /// file whose ports are published on loopback only may name the compose network.
    /// </summary>
    public string[]? TrustedNetworks { get; init; } // no default here: the binder would add to it

    /// <summary>A secret that the services of one installation share: the gateway speaks with it for callers it trusts.</summary>
    public string? ServiceKey { get; init; }

    /// <summary>Requests of one key over time. A dashboard page makes about 60 a minute; an importer is slowed, not stopped.</summary>
    [Range(1, 10_000_000)]
    public int RequestsPerMinute { get; init; } = 3000;

    /// <summary>Requests of one key at once.</summary>
    [Range(1, 10_000_000)]
    public int RequestBurst { get; init; } = 300;

    /// <summary>Requests without a key, or with a wrong one, of one address: enough to see one's mistake, too few to guess keys.</summary>
    [Range(1, 10_000_000)]
    public int StrangersPerMinute { get; init; } = 60;
}
