using Dateline.Query.Syntax;

namespace Dateline.Storage.Search;

/// <summary>How a database is asked for words: tsquery for PostgreSQL, FTS5 for SQLite.</summary>
internal interface ITextDialect
{
    /// <summary>A condition that never is NULL.</summary>
    /// <param name="alias">Of the table articles.</param>
    /// <param name="node">Only words, phrases and NEAR under AND, OR, and NOT beside something positive.</param>
    /// <param name="language">The only language of the query, if there is one.</param>
    /// <param name="parameters">Takes the values.</param>
    string Match(string alias, QueryNode node, string? language, SqlParameters parameters);

    /// <summary>
    /// A condition that the index answers alone and that every match meets, others too: all words of a phrase, wherever they stand.
    /// Null where the condition itself is one.
    /// </summary>
    /// <param name="alias">Of the table articles.</param>
    /// <param name="node">As for a match.</param>
    /// <param name="language">The only language of the query, if there is one.</param>
    /// <param name="parameters">Takes the values.</param>
    string? Candidates(string alias, QueryNode node, string? language, SqlParameters parameters);

    /// <summary>A statement that gives seq and rank of some articles, higher for better.</summary>
    /// <param name="candidates">Their seq, parted by commas.</param>
    /// <param name="terms">What to rank by.</param>
    /// <param name="language">The only language of the query, if there is one.</param>
    /// <param name="parameters">Takes the values.</param>
    string Rank(string candidates, IReadOnlyList<QueryNode> terms, string? language, SqlParameters parameters);
}
