using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dateline.Contracts;

namespace Dateline.Storage.Articles;

/// <summary>
/// Says when two documents are the same article. The key carries the version of its rules, so that a later rule can stand beside
/// this one without moving articles that exist.
/// </summary>
public static class IdentityKey
{
    private const string UrlRules = "u1:";
    private const string TextRules = "t1:";

    /// <summary>
    /// By address where there is one, else by text. A page's canonical link is believed only on its own host and below the root:
    /// templates often point every article at the front page. A file has no host of its own: what it says of itself is all there is.
    /// </summary>
    public static string Of(DocumentRef document, Article article, string fingerprint)
    {
        var address = Parse(document.FinalUrl) ?? Parse(document.Url);
        var canonical = Parse(article.CanonicalUrl);
        if (address is null)
            return canonical is { AbsolutePath.Length: > 1 } ? UrlRules + Canonicalise(canonical) : TextRules + fingerprint;

        return UrlRules + Canonicalise(canonical is not null && Speaks(canonical, address) ? canonical : address);
    }

    /// <summary>The same key gives the same id in every process: a name-based UUID (version 8 of RFC 9562, SHA-256).</summary>
    public static Guid ToId(string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("dateline:article:" + key)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static Uri? Parse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? uri : null;

    private static bool Speaks(Uri canonical, Uri address) =>
        canonical.IdnHost.Equals(address.IdnHost, StringComparison.OrdinalIgnoreCase)
        && canonical.AbsolutePath.Length > 1
        && (address.AbsolutePath.Length > 1 || address.Query.Length > 1);

    /// <summary>
    /// Scheme and host in lower case, http and https alike, no default port, no fragment, no tracking parameter; the rest as it
    /// stands: letter case, order and trailing slash may matter to the server.
    /// </summary>
    private static string Canonicalise(Uri uri)
    {
        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(CultureInfo.InvariantCulture);
        return $"//{uri.IdnHost.ToLowerInvariant()}{port}{uri.AbsolutePath}{Parameters(uri.Query)}";
    }

    private static string Parameters(string query)
    {
        var kept = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !TrackingParameters.Contains(parameter.Split('=')[0]));
        var joined = string.Join('&', kept);
        return joined.Length == 0 ? "" : "?" + joined;
    }
}
