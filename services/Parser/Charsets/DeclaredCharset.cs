using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Parser.Charsets;

/// <summary>What a document says of its own charset: a meta element or an XML declaration near its start.</summary>
internal static partial class DeclaredCharset
{
    /// <summary>HTML wants it within 1024 bytes; pages with long comments or scripts first have it later.</summary>
    private const int Prefix = 8 * 1024;

    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Prefix)]);
        var match = XmlDeclaration().Match(head) is { Success: true } xml ? xml : Meta().Match(head);

        // A document that could be read as far as here cannot be UTF-16, whatever it says.
        return match.Success && !match.Groups[1].ValueSpan.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase)
            ? match.Groups[1].Value
            : null;
    }

    [GeneratedRegex("""^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex("""<meta[^>]{1,300}charset\s*=\s*["']?([\w.:-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Meta();
}
