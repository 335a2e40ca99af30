namespace Dateline.Hosting.Access;

/// <summary>Who may use the API without a stored key. Bound from <c>Access</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>
    /// Networks (CIDR) whose callers need no key. Loopback by default: what runs on the machine itself. A compose file whose ports
    /// are published on loopback only may add the compose network.
    /// </summary>
    public string[] TrustedNetworks { get; init; } = ["127.0.0.0/8", "::1/128"];

    /// <summary>A secret that the services of one installation share: the gateway speaks with it for callers it trusts.</summary>
    public string? ServiceKey { get; init; }
}
