namespace Dateline.Parser.Html.Tree;

/// <summary>The language that an element belongs to: drawings and formulas have rules of their own.</summary>
internal enum Space : byte
{
    Html,
    Svg,
    MathMl,
}
