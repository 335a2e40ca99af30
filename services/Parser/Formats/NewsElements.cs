using System.Xml.Linq;
using Dateline.Parser.Text;

namespace Dateline.Parser.Formats;

/// <summary>Looks elements up by their local names: agencies declare namespaces in three ways, or not at all.</summary>
internal static class NewsElements
{
    private static readonly XName Language = XNamespace.Xml + "lang";

    public static IEnumerable<XElement> Children(XElement? parent, string name) =>
        parent is null ? [] : parent.Elements().Where(child => Is(child, name));

    /// <summary>Down a path of local names; null when there is none.</summary>
    public static XElement? Find(XElement? from, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            from = Children(from, name).FirstOrDefault();
        return from;
    }

    public static bool Is(XElement element, string name) => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>In one line; null when there is none.</summary>
    public static string? Text(XElement? element) =>
        element is null ? null : TextCleaner.Line(element.Value) is { Length: > 0 } text ? text : null;

    public static string? Attribute(XElement? element, string name) =>
        element?.Attribute(name)?.Value is { } value && TextCleaner.Line(value) is { Length: > 0 } text ? text : null;

    public static string? LanguageOf(XElement element) => element.Attribute(Language)?.Value;
}
