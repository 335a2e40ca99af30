namespace Dateline.Query.Syntax;

/// <summary>Carries the first mistake out of the recursive parser; never leaves this assembly.</summary>
internal sealed class QuerySyntaxException(QueryError error) : Exception(error.Message)
{
    public QueryError Error => error;

    public static QuerySyntaxException At(int position, string message, string suggestion) =>
        new(new QueryError(position, message, suggestion));
}
