namespace Dateline.Query.Matching;

/// <summary>Neighbouring index terms; the last one may be only the beginning of a term.</summary>
public sealed record TermSequence(IReadOnlyList<string> Terms, bool Prefix)
{
    internal string Key { get; } = string.Join(' ', Terms) + (Prefix ? "*" : "");

    /// <summary>Whether the sequence stands at a position of a stream.</summary>
    internal bool MatchesAt(IReadOnlyList<string?> stream, int position)
    {
        if (position + Terms.Count > stream.Count)
            return false;

        for (var i = 0; i < Terms.Count; i++)
        {
            var term = stream[position + i];
            if (term is null || !(IsOpen(i) ? term.StartsWith(Terms[i], StringComparison.Ordinal) : term == Terms[i]))
                return false;
        }

        return true;
    }

    internal IEnumerable<int> PositionsIn(IReadOnlyList<string?> stream) =>
        Enumerable.Range(0, stream.Count).Where(position => MatchesAt(stream, position));

    /// <summary>Whether some text can hold both sequences with a term in common, as "a b" and "b c" do in "a b c".</summary>
    internal bool CanOverlap(TermSequence other) => Enumerable.Range(1 - other.Terms.Count, Terms.Count + other.Terms.Count - 1)
        .Any(shift => Enumerable.Range(0, other.Terms.Count)
            .Where(i => i + shift >= 0 && i + shift < Terms.Count)
            .All(i => CanBeOne(i + shift, other, i)));

    private bool CanBeOne(int index, TermSequence other, int otherIndex)
    {
        var (term, otherTerm) = (Terms[index], other.Terms[otherIndex]);
        return term == otherTerm
            || (IsOpen(index) && otherTerm.StartsWith(term, StringComparison.Ordinal))
            || (other.IsOpen(otherIndex) && term.StartsWith(otherTerm, StringComparison.Ordinal));
    }

    private bool IsOpen(int index) => Prefix && index == Terms.Count - 1;
}
