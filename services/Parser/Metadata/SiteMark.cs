namespace Dateline.Parser.Metadata;

/// <summary>Recognises a site's own name, also when it is only known from the address.</summary>
internal sealed class SiteMark
{
    private readonly string name;
    private readonly string host;

    public SiteMark(string? siteName, string? url)
    {
        name = Key(siteName);
        host = Uri.TryCreate(url, UriKind.Absolute, out var address) ? Key(address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host) : "";
    }

    public bool IsNamed => name.Length > 0;

    /// <summary>"Harbour Post" of harbourpost.example, "The Harbour Post", "Harbour Post - News".</summary>
    public bool Is(string? text)
    {
        var key = Key(text);
        if (key.Length < 3)
            return false;

        return key == name
            || (name.Length >= 4 && key.Contains(name, StringComparison.Ordinal) && key.Length <= name.Length + 12)
            || (key.Length >= 4 && name.StartsWith(key, StringComparison.Ordinal))
            || (key.Length >= 5 && host.StartsWith(key, StringComparison.Ordinal));
    }

    private static string Key(string? text) => text is null ? "" : string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
