using Dateline.Query.Syntax;

namespace Dateline.Query.Matching;

/// <summary>Finds what a query asks for, as against what it excludes: to mark and to rank by.</summary>
public static class WantedTerms
{
    public static IEnumerable<QueryNode> Of(QueryNode query) => query switch
    {
        TermNode or NearNode => [query],
        AndNode and => and.Parts.SelectMany(Of),
        OrNode or => or.Parts.SelectMany(Of),
        _ => [],
    };
}
