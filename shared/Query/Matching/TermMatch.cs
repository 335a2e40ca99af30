using Dateline.Query.Analysis;
using Dateline.Query.Syntax;

namespace Dateline.Query.Matching;

/// <summary>
/// What a term of a query looks for in the index: any of some sequences of neighbouring terms. There are several because each
/// language stems differently, and a query may span languages.
/// </summary>
/// <param name="Alternatives">Distinct; each has at least one term.</param>
/// <param name="TitleOnly">Whether the body does not count.</param>
public sealed record TermMatch(IReadOnlyList<TermSequence> Alternatives, bool TitleOnly)
{
    /// <param name="node">The term.</param>
    /// <param name="language">When the query asks for one language only: no other's stems are needed.</param>
    public static TermMatch Of(TermNode node, string? language = null)
    {
        if (node.Field is { Kind: FieldKind.Name or FieldKind.Closed })
            return new TermMatch([new TermSequence(FactTerms.ForQuery(node.Field, node.Text), node.Prefix)], TitleOnly: false);

        IEnumerable<string?> rules = language is null ? [null, .. Stemming.Languages] : [null, Stemming.RulesFor(language)];
        var sequences = rules.Distinct().SelectMany(rule => Sequences(node, rule));
        return new TermMatch([.. sequences.DistinctBy(sequence => sequence.Key)], node.Field == QueryField.Title);
    }

    internal bool CanOverlap(TermMatch other) => Alternatives.Any(left => other.Alternatives.Any(left.CanOverlap));

    private static IEnumerable<TermSequence> Sequences(TermNode node, string? rules)
    {
        var words = TextAnalyzer.Words(node.Text, rules).ToList();
        // In an unspaced script the last letter stands alone after its pair; in a query the pair has said it.
        if (words is [.., var before, var last] && last.Start < before.Start + before.Length)
            words.RemoveAt(words.Count - 1);
        var terms = words.Select(word => word.Term).ToArray();

        if (node.Prefix && rules is not null)
        {
            // elect* finds what begins with it; the last word's own stem is there for articles whose index has the stem only.
            var open = TextAnalyzer.Words(node.Text, rules: null).Select(word => word.Term).ToArray();
            yield return new TermSequence([.. terms[..^1], open[Math.Min(open.Length, terms.Length) - 1]], Prefix: true);
            yield return new TermSequence(terms, Prefix: false);
        }
        else
        {
            yield return new TermSequence(terms, node.Prefix || IsSingleUnspacedLetter(words[^1]));
        }
    }

    /// <summary>Pairs begin with it: 国 finds 国家.</summary>
    private static bool IsSingleUnspacedLetter(Word word) =>
        System.Text.Rune.DecodeFromUtf16(word.Term, out var rune, out var length) == System.Buffers.OperationStatus.Done
        && length == word.Term.Length && Script.IsUnspaced(rune);
}
