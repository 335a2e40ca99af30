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
}
