namespace Dateline.Query.Syntax;

/// <summary>The article's language.</summary>
/// <param name="Language">Primary subtag, lower case: en, pt, zh.</param>
/// <param name="Start">Of the whole filter.</param>
/// <param name="Length">Of the whole filter.</param>
public sealed record LanguageNode(string Language, int Start, int Length) : QueryNode(Start, Length)
{
    public override string ToString() => $"lang:{Language}";
}
