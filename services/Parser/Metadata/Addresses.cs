namespace Dateline.Parser.Metadata;

/// <summary>Makes addresses absolute, and nothing but web addresses of them.</summary>
internal static class Addresses
{
    private const int MaxLength = 4096;

    /// <summary>Null for what is no http(s) address, and for a relative one without a base.</summary>
    public static string? Absolute(string? address, string? baseUrl)
    {
        if (string.IsNullOrWhiteSpace(address) || address.Length > MaxLength)
            return null;

        var clean = address.Trim();
        var found = Uri.TryCreate(baseUrl, UriKind.Absolute, out var from) && from.Scheme is "http" or "https"
            ? Uri.TryCreate(from, clean, out var resolved)
            : Uri.TryCreate(clean, UriKind.Absolute, out resolved);
        return found && resolved!.Scheme is "http" or "https" ? resolved.AbsoluteUri : null;
    }
}
