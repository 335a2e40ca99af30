using System.Text.RegularExpressions;

namespace Dateline.Parser.Metadata;

/// <summary>Recognises a site's own name, also when it is only known from the address.</summary>
internal sealed partial class SiteMark
{
    private readonly string name;
    private readonly string initials;
    private readonly string host;

    public SiteMark(string? siteName, string? url)
    {
        name = Key(Domain().Replace(siteName ?? "", ""));
        initials = Initials(siteName);
        host = Uri.TryCreate(url, UriKind.Absolute, out var address) ? Key(address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host) : "";
    }

    public bool IsNamed => name.Length > 0;

    /// <summary>"Harbour Post" of harbourpost.example, "The Harbour Post", "Harbour Post - News".</summary>
    public bool Is(string? text)
    {
        var key = Key(Domain().Replace(text ?? "", ""));
        if (key.Length < 3)
            return false;

        return key == name
            || (key.Length >= 3 && key == initials)
            || (name.Length >= 4 && key.Contains(name, StringComparison.Ordinal) && key.Length <= name.Length + 12)
            || (key.Length >= 4 && name.StartsWith(key, StringComparison.Ordinal))
            || (key.Length >= 5 && host.StartsWith(key, StringComparison.Ordinal));
    }

    /// <summary>"hpn" of "Harbour Press Network"; a single word has none.</summary>
    private static string Initials(string? siteName) =>
        siteName?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 2 } words ? string.Concat(words.Where(word => char.IsUpper(word[0])).Select(word => word[0])).ToLowerInvariant() : "";

    private static string Key(string? text) => text is null ? "" : string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>A site may be named by its address in one place and without the ending in another.</summary>
    [GeneratedRegex(@"(?<=\w)\.(?:com|org|net|co\.[a-z]{2}|com\.[a-z]{2}|[a-z]{2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Domain();
}
