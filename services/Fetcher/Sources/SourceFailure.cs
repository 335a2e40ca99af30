using Dateline.Fetcher.Http;

namespace Dateline.Fetcher.Sources;

/// <summary>Why a source brings nothing to read, as in the table and in REST.</summary>
public static class SourceFailure
{
    /// <summary>The server refuses us: 401, 403, 429, 451.</summary>
    public const string Blocked = "blocked";

    /// <summary>404: nothing is there, which may pass.</summary>
    public const string Missing = "missing";

    /// <summary>410: the publisher says that it is over.</summary>
    public const string Gone = "gone";

    /// <summary>It redirects to something that cannot be fetched, or in circles.</summary>
    public const string Moved = "moved";

    /// <summary>Something is there that is no feed.</summary>
    public const string FormatChanged = "format-changed";

    /// <summary>A feed without entries where there used to be some.</summary>
    public const string Empty = "empty";

    /// <summary>The server is in trouble: 5xx and other strange answers.</summary>
    public const string ServerError = "server-error";

    /// <summary>No name, no connection, no certificate, no answer in time.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>Our own rules: a private address, a limit of size.</summary>
    public const string Refused = "refused";

    public static string Of(FetchResult.Failed failed) => failed.Kind switch
    {
        FetchFailureKind.Status => OfStatus(failed.Status),
        FetchFailureKind.RedirectLoop or FetchFailureKind.BadRedirect => Moved,
        FetchFailureKind.InvalidUrl or FetchFailureKind.RefusedAddress or FetchFailureKind.TooLarge or FetchFailureKind.HeadersTooLarge
            or FetchFailureKind.DecompressionBomb => Refused,
        FetchFailureKind.UnsupportedEncoding or FetchFailureKind.BrokenEncoding or FetchFailureKind.Protocol => ServerError,
        _ => Unreachable,
    };

    private static string OfStatus(int? status) => status switch
    {
        401 or 402 or 403 or 407 or 429 or 451 => Blocked,
        404 => Missing,
        410 => Gone,
        _ => ServerError,
    };
}
