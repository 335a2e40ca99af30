namespace Dateline.Query.Syntax;

/// <summary>A span of time that the article's publication or storing falls into.</summary>
/// <param name="Field">published or stored.</param>
/// <param name="Written">The range as written.</param>
/// <param name="From">Inclusive, UTC; null for an open beginning.</param>
/// <param name="Until">Exclusive, UTC; null for an open end.</param>
/// <param name="Start">Of the whole filter.</param>
/// <param name="Length">Of the whole filter.</param>
public sealed record RangeNode(QueryField Field, string Written, DateTime? From, DateTime? Until, int Start, int Length) : QueryNode(Start, Length)
{
    public override string ToString() => $"{Field.Name}:{Written}";

    public bool Contains(DateTime? moment) =>
        moment is { } time && (From is null || time >= From) && (Until is null || time < Until);
}
