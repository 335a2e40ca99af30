using Dateline.Query.Matching;
using Dateline.Query.Syntax;

namespace Dateline.Storage.Search;

/// <summary>
/// Compiles a query to a condition on articles. What is only words goes to the database's full-text query as one piece; dates,
/// languages and stories are columns. No part is ever NULL, so that NOT means the same as in the predicate.
/// </summary>
internal sealed class QuerySql(ITextDialect text, QueryNode query, SqlParameters parameters)
{
    private readonly string? language = OnlyLanguage.Of(query);

    public string Condition(string alias) => Condition(alias, query);

    /// <summary>A condition that every match meets and that costs no look at texts; null where the query's own is as cheap.</summary>
    public string? Candidates(string alias)
    {
        QueryNode[] parts = query is AndNode and ? [.. Grouped(and.Parts, words => new AndNode(words, 0, 0))] : [query];
        var texts = parts.Where(IsText).Select(part => (Part: part, Words: text.Candidates(alias, part, language, parameters))).ToList();
        if (texts.TrueForAll(found => found.Words is null))
            return null;
        return string.Join(" AND ", texts.Select(found => found.Words ?? Condition(alias, found.Part))
            .Concat(parts.Where(part => !IsText(part)).Select(part => Condition(alias, part))));
    }

    /// <summary>The part of the condition that is only words, beside others; null where there are no others, or no words.</summary>
    public static QueryNode? WordsOf(QueryNode query) => query is AndNode and && !IsText(and) && and.Parts.Where(IsText).ToList() is { Count: > 0 } texts
        ? texts is [var only] ? only : new AndNode(texts, 0, 0)
        : null;

    /// <summary>What relevance can be measured by: the words that are asked for.</summary>
    public IReadOnlyList<QueryNode> Terms { get; } = [.. WantedTerms.Of(query)];

    public string Rank(string candidates) => text.Rank(candidates, Terms, language, parameters);

    private string Condition(string alias, QueryNode node) => node switch
    {
        AllNode => "1 = 1",
        _ when IsText(node) => text.Match(alias, node, language, parameters),
        AndNode and => $"({string.Join(" AND ", Grouped(and.Parts, parts => new AndNode(parts, 0, 0)).Select(part => Condition(alias, part)))})",
        OrNode or => $"({string.Join(" OR ", Grouped(or.Parts, parts => new OrNode(parts, 0, 0)).Select(part => Condition(alias, part)))})",
        NotNode not => $"NOT {Condition(alias, not.Part)}",
        LanguageNode tag => $"{alias}.language = {parameters.Add(tag.Language)}",
        StoryNode story => Story(alias, story),
        RangeNode range => Range(alias, range),
        _ => throw new ArgumentException($"{node.GetType().Name} is not known here.", nameof(node)),
    };

    /// <summary>A story that was merged leads to the one that has its articles.</summary>
    private string Story(string alias, StoryNode story)
    {
        var id = parameters.Add(story.Story);
        return $"{alias}.story_id = COALESCE((SELECT merged.merged_into FROM stories AS merged WHERE merged.id = {id}), {id})";
    }

    private string Range(string alias, RangeNode range)
    {
        var column = $"{alias}.{(range.Field == QueryField.Published ? "published_at" : "first_stored_at")}";
        var from = range.From is { } start ? $" AND {column} >= {parameters.Add(start)}" : "";
        var until = range.Until is { } end ? $" AND {column} < {parameters.Add(end)}" : "";
        return $"({column} IS NOT NULL{from}{until})";
    }

    /// <summary>Parts that are text become one, so that the index is asked once; a NOT joins them where something positive leads.</summary>
    private static IEnumerable<QueryNode> Grouped(IReadOnlyList<QueryNode> parts, Func<IReadOnlyList<QueryNode>, QueryNode> join)
    {
        var words = parts.Where(IsText).ToList();
        if (words.Count > 0 && join(words) is AndNode)
            words.AddRange(parts.OfType<NotNode>().Where(not => IsText(not.Part)));
        if (words.Count < 2)
            return parts;
        return [join(words), .. parts.Where(part => !words.Contains(part))];
    }

    private static bool IsText(QueryNode node) => node switch
    {
        TermNode or NearNode => true,
        OrNode or => or.Parts.All(IsText),
        AndNode and => and.Parts.Any(IsText) && and.Parts.All(part => IsText(part) || (part is NotNode not && IsText(not.Part))),
        _ => false,
    };
}
