namespace Dateline.Outbound;

/// <summary>What one part of the product may reach outside.</summary>
public sealed record OutboundRules
{
    /// <summary>Where these rules are set, for messages that say what to do: <c>Fetcher:Http</c>.</summary>
    public required string Section { get; init; }

    /// <summary>Networks (CIDR) that may be reached although they are not public.</summary>
    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];

    /// <summary>Null: any.</summary>
    public IReadOnlyList<int>? Ports { get; init; }

    /// <summary>Host name to <c>address:port</c>, the operator's explicit choice and not subject to the address check.</summary>
    public IReadOnlyDictionary<string, string> Pins { get; init; } = new Dictionary<string, string>();

    /// <summary>Resolve, connect and TLS handshake together.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    public int MaxHeaderKibibytes { get; init; } = 64;
}
