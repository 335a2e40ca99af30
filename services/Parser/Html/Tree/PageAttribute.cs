namespace Dateline.Parser.Html.Tree;

/// <summary>An attribute as it stands in the page's text.</summary>
/// <param name="Number">Of <see cref="AttributeNames"/>; zero for a name that it does not know.</param>
internal readonly record struct PageAttribute(ushort Number, int NameStart, int NameLength, int ValueStart, int ValueLength, bool HasReferences);
