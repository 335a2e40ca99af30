using System.Text.RegularExpressions;

namespace Dateline.Parser.Text;

/// <summary>Recognises the items of a list in plain text.</summary>
internal static partial class ListItems
{
    public static bool IsItem(string line) => Marker().IsMatch(line);

    public static string Strip(string line) => Marker().Replace(line, "", 1);

    [GeneratedRegex(@"^(?:[•◦▪‣●*]\s+|[-–]\s+(?=\p{L}|[0-9]|[""“])|\(?[0-9]{1,2}[.)]\s+)", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Marker();
}
