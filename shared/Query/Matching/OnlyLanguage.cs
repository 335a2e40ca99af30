using Dateline.Query.Syntax;

namespace Dateline.Query.Matching;

/// <summary>Finds out whether a query can match articles of one language only.</summary>
public static class OnlyLanguage
{
    /// <summary>The language that every match must have; null when there may be several.</summary>
    public static string? Of(QueryNode query) => query switch
    {
        LanguageNode tag => tag.Language,
        AndNode and => and.Parts.OfType<LanguageNode>().FirstOrDefault()?.Language,
        _ => null,
    };
}
