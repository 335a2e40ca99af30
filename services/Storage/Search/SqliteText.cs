using System.Globalization;
using Dateline.Query.Matching;
using Dateline.Query.Syntax;

namespace Dateline.Storage.Search;

/// <summary>Writes words of a query as a full-text query of SQLite's FTS5.</summary>
internal sealed class SqliteText : ITextDialect
{
    public string Match(string alias, QueryNode node, string? language, SqlParameters parameters) =>
        $"{alias}.seq IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH {parameters.Add(Text(node, language))})";

    /// <summary>FTS5 keeps positions in its index.</summary>
    public string? Candidates(string alias, QueryNode node, string? language, SqlParameters parameters) => null;

    /// <summary>BM25 with the title ten times, names four times the body. FTS5 gives smaller numbers to better matches; the plus keeps
    /// it from running the whole query again for each candidate.</summary>
    public string Rank(string candidates, IReadOnlyList<QueryNode> terms, string? language, SqlParameters parameters)
    {
        var query = parameters.Add(string.Join(" OR ", terms.Select(term => Text(term, language))));
        return $"""
            SELECT rowid AS seq, -bm25(articles_fts, 10.0, 4.0, 1.0) AS rank
            FROM articles_fts WHERE articles_fts MATCH {query} AND +rowid IN ({candidates})
            """;
    }

    internal static string Text(QueryNode node, string? language) => node switch
    {
        TermNode term => Text(TermMatch.Of(term, language)),
        NearNode near => Near(near, language),
        AndNode and => And(and, language),
        OrNode or => Join(or.Parts, " OR ", language),
        _ => throw new ArgumentException($"{node.GetType().Name} is no text.", nameof(node)),
    };

    /// <summary>NOT stands between two operands in FTS5.</summary>
    private static string And(AndNode and, string? language)
    {
        var wanted = Join(and.Parts.Where(part => part is not NotNode), " AND ", language);
        var unwanted = and.Parts.OfType<NotNode>().Select(not => not.Part).ToList();
        return unwanted.Count == 0 ? wanted : $"({wanted} NOT {Join(unwanted, " OR ", language)})";
    }

    private static string Join(IEnumerable<QueryNode> parts, string with, string? language) =>
        $"({string.Join(with, parts.Select(part => Text(part, language)))})";

    private static string Text(TermMatch match)
    {
        var any = $"({string.Join(" OR ", match.Alternatives.Select(Text))})";
        return match.TitleOnly ? $"(title : {any})" : any;
    }

    private static string Text(TermSequence sequence) => $"\"{string.Join(' ', sequence.Terms)}\"{(sequence.Prefix ? " *" : "")}";

    private static string Near(NearNode near, string? language)
    {
        var (left, right) = (TermMatch.Of(near.Left, language), TermMatch.Of(near.Right, language));
        var distance = near.Distance.ToString(CultureInfo.InvariantCulture);
        var pairs = left.Alternatives.SelectMany(first => right.Alternatives.Select(second => $"NEAR({Text(first)} {Text(second)}, {distance})"));
        var any = $"({string.Join(" OR ", pairs)})";
        return left.TitleOnly ? $"(title : {any})" : any;
    }
}
