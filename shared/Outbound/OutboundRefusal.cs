namespace Dateline.Outbound;

/// <summary>Why nothing was sent.</summary>
public enum OutboundRefusal
{
    /// <summary>Not an http(s) address, has user info, a closed port, or a host that cannot exist.</summary>
    InvalidUrl,

    /// <summary>The host has an address that is not public.</summary>
    InnerAddress,

    /// <summary>The name does not resolve.</summary>
    UnknownName,
}
