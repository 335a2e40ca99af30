namespace Dateline.Query.Syntax;

/// <summary>A mistake in a query, where it is and what to write instead.</summary>
/// <param name="Position">Of the offending character, from 0, in UTF-16 code units.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Suggestion">What to do about it.</param>
public sealed record QueryError(int Position, string Message, string Suggestion)
{
    /// <summary>The query with a caret under the character, for terminals and problem documents.</summary>
    public string Pointer(string query)
    {
        const int around = 60;
        var start = Math.Max(0, Position - around);
        var end = Math.Min(query.Length, Position + around);
        return $"{query[start..end].ReplaceLineEndings(" ")}\n{new string(' ', Position - start)}^";
    }
}
