using System.Text;

namespace Dateline.Fetcher.Http;

/// <summary>Reads where a redirect leads.</summary>
internal static class Redirects
{
    public static bool Is(int status) => status is 301 or 302 or 303 or 307 or 308;

    /// <summary>Whether the same budget pays for it: http and https of one host are one server, other ports are others.</summary>
    public static bool StayOnHost(Uri from, Uri to) =>
        UrlGuard.HostOf(from) == UrlGuard.HostOf(to) && (from.Port == to.Port || (from.IsDefaultPort && to.IsDefaultPort));

    /// <exception cref="FetchException">It leads nowhere.</exception>
    public static Uri Target(Uri from, IReadOnlyDictionary<string, string> headers)
    {
        if (!headers.TryGetValue("Location", out var location) || string.IsNullOrWhiteSpace(location))
            throw new FetchException(FetchFailureKind.BadRedirect, "The server redirects without saying where.");

        if (!Uri.TryCreate(from, FromLatin1(location.Trim()), out var target))
            throw new FetchException(FetchFailureKind.BadRedirect, "The server redirects to something that is no address.");

        if (target.Scheme is not ("http" or "https"))
            throw new FetchException(FetchFailureKind.BadRedirect, "The server redirects to an address that is neither http nor https.");

        return target;
    }

    // Headers are read as Latin-1, but servers write a non-ASCII Location in UTF-8, as browsers expect.
    private static string FromLatin1(string location)
    {
        if (Ascii.IsValid(location))
            return location;

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Encoding.Latin1.GetBytes(location));
        }
        catch (DecoderFallbackException)
        {
            return location;
        }
    }
}
