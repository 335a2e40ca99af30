using Dateline.Query.Syntax;

namespace Dateline.Query.Matching;

/// <summary>A query as a test of one article: for rules on ingest, saved searches, and as the yardstick of the databases' answers.</summary>
public sealed class QueryPredicate
{
    private readonly Func<SearchableArticle, IndexText, bool> test;

    private QueryPredicate(Func<SearchableArticle, IndexText, bool> test) => this.test = test;

    public static QueryPredicate Compile(QueryNode query) => new(Compile(query, OnlyLanguage.Of(query)));

    public bool Matches(SearchableArticle article) => test(article, IndexText.Of(article));

    /// <summary>For many queries on one article: its terms are made once.</summary>
    public bool Matches(SearchableArticle article, IndexText terms) => test(article, terms);

    private static Func<SearchableArticle, IndexText, bool> Compile(QueryNode node, string? language)
    {
        switch (node)
        {
            case AllNode:
                return (_, _) => true;
            case AndNode and:
                var all = and.Parts.Select(part => Compile(part, language)).ToArray();
                return (article, terms) => Array.TrueForAll(all, part => part(article, terms));
            case OrNode or:
                var any = or.Parts.Select(part => Compile(part, language)).ToArray();
                return (article, terms) => Array.Exists(any, part => part(article, terms));
            case NotNode not:
                var inner = Compile(not.Part, language);
                return (article, terms) => !inner(article, terms);
            case TermNode term:
                var match = TermMatch.Of(term, language);
                return (_, terms) => Streams(match, terms).Any(stream => match.Alternatives.Any(sequence => sequence.PositionsIn(stream).Any()));
            case NearNode near:
                return Near(near, language);
            case LanguageNode tag:
                return (article, _) => article.Language == tag.Language;
            case StoryNode story:
                return (article, _) => article.Stories.Contains(story.Story);
            case RangeNode range:
                return (article, _) => range.Contains(range.Field == QueryField.Published ? article.PublishedAt : article.StoredAt);
            default:
                throw new ArgumentException($"{node.GetType().Name} is not known here.", nameof(node));
        }
    }

    private static Func<SearchableArticle, IndexText, bool> Near(NearNode near, string? language)
    {
        var (left, right) = (TermMatch.Of(near.Left, language), TermMatch.Of(near.Right, language));
        return (_, terms) => Streams(left, terms).Any(stream =>
            left.Alternatives.Any(first => right.Alternatives.Any(second => IsNear(first, second, stream, near.Distance))));
    }

    private static bool IsNear(TermSequence first, TermSequence second, IReadOnlyList<string?> stream, int distance)
    {
        var others = second.PositionsIn(stream).ToList();
        return first.PositionsIn(stream).Any(left => others.Any(right =>
            left < right
                ? right - (left + first.Terms.Count) is var gap && gap >= 0 && gap <= distance
                : left - (right + second.Terms.Count) is var back && back >= 0 && back <= distance));
    }

    private static IEnumerable<IReadOnlyList<string?>> Streams(TermMatch match, IndexText terms) =>
        match.TitleOnly ? [terms.Title] : [terms.Title, terms.Facts, terms.Body];
}
