using System.Globalization;
using Dateline.Query.Matching;
using Dateline.Query.Syntax;

namespace Dateline.Storage.Search;

/// <summary>Writes words of a query as PostgreSQL's tsquery.</summary>
internal sealed class PostgresText : ITextDialect
{
    /// <summary>
    /// The index knows neither positions nor titles: left to itself PostgreSQL unpacks each article with all words of a phrase before
    /// it looks at any other condition. As a function the phrase comes after those.
    /// </summary>
    public string Match(string alias, QueryNode node, string? language, SqlParameters parameters)
    {
        var query = parameters.Add(Text(node, language));
        return Candidates(alias, node, language, parameters) is { } candidates
            ? $"({candidates} AND ts_match_vq({alias}.search, {query}::tsquery))"
            : $"{alias}.search @@ {query}::tsquery";
    }

    public string? Candidates(string alias, QueryNode node, string? language, SqlParameters parameters) =>
        PostgresCandidates.Of(node, language) is { } query ? $"{alias}.search @@ {parameters.Add(query)}::tsquery" : null;

    /// <summary>Title 1, body 0.4, names 0.2; divided by the logarithm of the length (1).</summary>
    public string Rank(string candidates, IReadOnlyList<QueryNode> terms, string? language, SqlParameters parameters)
    {
        var query = parameters.Add(string.Join(" | ", terms.Select(term => Text(term, language))));
        return $"""
            SELECT a.seq AS seq, ts_rank(ARRAY[0.1, 0.2, 0.4, 1.0]::real[], a.search, {query}::tsquery, 1)::double precision AS rank
            FROM articles AS a WHERE a.seq IN ({candidates})
            """;
    }

    internal static string Text(QueryNode node, string? language) => node switch
    {
        TermNode term => Text(TermMatch.Of(term, language)),
        NearNode near => Near(near, language),
        AndNode and => Join(and.Parts, " & ", language),
        OrNode or => Join(or.Parts, " | ", language),
        NotNode not => $"!{Text(not.Part, language)}",
        _ => throw new ArgumentException($"{node.GetType().Name} is no text.", nameof(node)),
    };

    private static string Join(IReadOnlyList<QueryNode> parts, string with, string? language) =>
        $"({string.Join(with, parts.Select(part => Text(part, language)))})";

    private static string Text(TermMatch match) =>
        $"({string.Join(" | ", match.Alternatives.Select(sequence => Text(sequence, match.TitleOnly)))})";

    internal static string Text(TermSequence sequence, bool titleOnly)
    {
        var terms = sequence.Terms.Select((term, i) =>
        {
            var flags = (sequence.Prefix && i == sequence.Terms.Count - 1 ? "*" : "") + (titleOnly ? "A" : "");
            return $"'{term}'{(flags.Length > 0 ? ":" : "")}{flags}";
        });
        return $"({string.Join(" <-> ", terms)})";
    }

    /// <summary>tsquery knows exact distances only: each one up to the limit, in both orders.</summary>
    private static string Near(NearNode near, string? language)
    {
        var (left, right) = (Text(TermMatch.Of(near.Left, language)), Text(TermMatch.Of(near.Right, language)));
        var distances = Enumerable.Range(1, near.Distance + 1).Select(distance => distance.ToString(CultureInfo.InvariantCulture));
        return $"({string.Join(" | ", distances.Select(distance => $"{left} <{distance}> {right} | {right} <{distance}> {left}"))})";
    }
}
