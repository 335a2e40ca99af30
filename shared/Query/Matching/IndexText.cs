using Dateline.Query.Analysis;

namespace Dateline.Query.Matching;

/// <summary>
/// The terms an article is indexed under, in three streams. Position is meaning: phrases are neighbours, and a null is a gap
/// that no phrase spans. Both databases and the predicate take exactly these.
/// </summary>
public sealed class IndexText
{
    /// <summary>PostgreSQL knows no position beyond 16383 in title, facts and body together.</summary>
    private const int MostTerms = 15_000;

    private const int MostFacts = 1_200;

    public required IReadOnlyList<string?> Title { get; init; }

    /// <summary>Names with the field they belong to; see <see cref="FactTerms"/>.</summary>
    public required IReadOnlyList<string?> Facts { get; init; }

    public required IReadOnlyList<string?> Body { get; init; }

    public static IndexText Of(SearchableArticle article)
    {
        var rules = Stemming.RulesFor(article.Language);
        var title = Terms(article.Title, rules).Take(MostTerms / 10).ToList();
        var facts = FactTerms.Of(article).Take(MostFacts).ToList();
        var body = Terms(article.Text, rules).Take(MostTerms - title.Count - facts.Count).ToList();
        return new IndexText { Title = title, Facts = facts, Body = body };
    }

    private static IEnumerable<string?> Terms(string text, string? rules) => TextAnalyzer.Words(text, rules).Select(word => word.Term);
}
