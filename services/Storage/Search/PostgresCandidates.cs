using Dateline.Query.Matching;
using Dateline.Query.Syntax;

namespace Dateline.Storage.Search;

/// <summary>
/// Writes what PostgreSQL's index can tell of a query without unpacking articles: words, but not their order, distance or place in
/// the title. Every match of the query is a match of it.
/// </summary>
internal static class PostgresCandidates
{
    /// <summary>Null where the index tells all.</summary>
    public static string? Of(QueryNode node, string? language) => NeedsText(node, language) ? Words(node, language) : null;

    private static bool NeedsText(QueryNode node, string? language) => node switch
    {
        TermNode term => NeedsText(TermMatch.Of(term, language)),
        NearNode => true,
        AndNode and => and.Parts.Any(part => NeedsText(part, language)),
        OrNode or => or.Parts.Any(part => NeedsText(part, language)),
        NotNode not => NeedsText(not.Part, language),
        _ => false,
    };

    private static bool NeedsText(TermMatch match) => match.TitleOnly || match.Alternatives.Any(sequence => sequence.Terms.Count > 1);

    private static string Words(QueryNode node, string? language) => node switch
    {
        TermNode term => Words(TermMatch.Of(term, language)),
        NearNode near => $"({Words(TermMatch.Of(near.Left, language))} & {Words(TermMatch.Of(near.Right, language))})",
        AndNode and => $"({string.Join(" & ", and.Parts.Where(part => Excludes(part, language)).Select(part => Words(part, language)))})",
        OrNode or => $"({string.Join(" | ", or.Parts.Select(part => Words(part, language)))})",
        _ => PostgresText.Text(node, language),
    };

    /// <summary>Whoever has the words of an unwanted phrase need not have the phrase.</summary>
    private static bool Excludes(QueryNode part, string? language) => part is not NotNode not || !NeedsText(not.Part, language);

    private static string Words(TermMatch match) => $"({string.Join(" | ", match.Alternatives.Select(Words))})";

    private static string Words(TermSequence sequence) => $"({string.Join(" & ", sequence.Terms.Select((term, i) =>
        PostgresText.Text(new TermSequence([term], sequence.Prefix && i == sequence.Terms.Count - 1), titleOnly: false)))})";
}
