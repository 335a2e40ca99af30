namespace Dateline.Dashboard.Text;

/// <summary>Adds pieces such as <c>lang:en</c> to a query and takes them out again, so that a click can narrow and widen.</summary>
public static class Narrowing
{
    /// <summary>The query that asks for the piece as well. Alternatives get brackets first: OR binds less than what stands side by side.</summary>
    public static string With(string? query, string piece) => query?.Trim() switch
    {
        null or "" => piece,
        var given when Has(given, piece) => given,
        var given when HasAlternatives(given) => $"({given}) {piece}",
        var given => $"{given} {piece}",
    };

    /// <summary>Whether the piece is asked for on its own, not in brackets and not among alternatives.</summary>
    public static bool Has(string? query, string piece) => query is not null && !HasAlternatives(query) && Find(query, piece) >= 0;

    /// <summary>The query without the piece.</summary>
    public static string Without(string query, string piece)
    {
        var start = Find(query, piece);
        if (start < 0)
            return query;
        var (before, after) = (query[..start].TrimEnd(), query[(start + piece.Length)..].TrimStart());
        return before.Length == 0 || after.Length == 0 ? before + after : $"{before} {after}";
    }

    private static int Find(string query, string piece)
    {
        foreach (var (index, depth) in WordStarts(query))
        {
            var end = index + piece.Length;
            if (depth == 0 && end <= query.Length && query.AsSpan(index, piece.Length).Equals(piece, StringComparison.OrdinalIgnoreCase)
                && (end == query.Length || char.IsWhiteSpace(query[end])) && !IsNegated(query[..index].TrimEnd()))
                return index;
        }

        return -1;
    }

    private static bool IsNegated(string before) => before.EndsWith("NOT", StringComparison.Ordinal) || before.EndsWith('-');

    private static bool HasAlternatives(string query) =>
        WordStarts(query).Any(start => start.Depth == 0 && (query[start.Index] == '|' || query.AsSpan(start.Index).StartsWith("OR ", StringComparison.Ordinal)));

    /// <summary>Where something begins outside quotation marks, and in how many brackets.</summary>
    private static IEnumerable<(int Index, int Depth)> WordStarts(string query)
    {
        var (depth, quoted) = (0, false);
        for (var i = 0; i < query.Length; i++)
        {
            if (!quoted && !char.IsWhiteSpace(query[i]) && (i == 0 || char.IsWhiteSpace(query[i - 1]) || query[i - 1] is '(' or ')' or '|' || query[i] == '|'))
                yield return (i, depth);
            switch (query[i])
            {
                case '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' when i == 0 || query[i - 1] != '\\':
                    quoted = !quoted;
                    break;
                case '(' when !quoted:
                    depth++;
                    break;
                case ')' when !quoted:
                    depth--;
                    break;
            }
        }
    }
}
