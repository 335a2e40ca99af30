namespace Dateline.Fetcher.Http;

/// <summary>Why a fetch brought no document; what back-off and source health are decided by.</summary>
public enum FetchFailureKind
{
    /// <summary>Not an http(s) address, has user info, a closed port, or a host that cannot exist.</summary>
    InvalidUrl,

    /// <summary>The host has an address that is not public.</summary>
    RefusedAddress,

    /// <summary>The name does not resolve.</summary>
    Dns,

    /// <summary>Nobody answers at the address, or the connection broke.</summary>
    Connect,

    /// <summary>The certificate or the handshake is bad.</summary>
    Tls,

    Timeout,

    /// <summary>The body trickles below the minimum rate.</summary>
    TooSlow,

    TooLarge,

    HeadersTooLarge,

    RedirectLoop,

    /// <summary>A redirect without a target, or to something that may not be fetched.</summary>
    BadRedirect,

    /// <summary>Answered, but with neither success nor "not modified".</summary>
    Status,

    /// <summary>A content encoding nobody offered, or several on top of each other.</summary>
    UnsupportedEncoding,

    /// <summary>The compressed body is damaged.</summary>
    BrokenEncoding,

    DecompressionBomb,

    /// <summary>Not HTTP, or the answer ended early.</summary>
    Protocol,

    /// <summary>A host on the way had no turn for us in the time that somebody waits.</summary>
    Busy,
}
