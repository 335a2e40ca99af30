using System.Runtime.InteropServices;
using Dateline.Contracts;
using Dateline.Enricher.Keywords;
using Dateline.Enricher.Segmentation;

namespace Dateline.Enricher.Fingerprints;

/// <summary>
/// Weighs the words of title and lead by how rare they are in the news. Two reports of one event share the rare ones, whatever
/// their headlines say.
/// </summary>
internal static class Gist
{
    /// <summary>A word of the title counts as much as three in the text.</summary>
    private const int TitleWeight = 3;

    /// <summary>What happened stands at the top; background that many stories share follows below.</summary>
    private const int LeadWords = 300;

    private const int MostTerms = 60;

    /// <summary>A word that stands in more than one of twenty articles says little about an event.</summary>
    private const double LeastRarity = 3.0;

    private const int LongestTerm = 40;

    public static IReadOnlyList<Keyword> Of(EnrichmentContext context)
    {
        var words = WordFrequencies.Of(context.Language);
        if (!words.Known)
            return [];

        var english = context.Language == "en";
        var terms = new Dictionary<string, Term>(StringComparer.Ordinal);
        foreach (var token in context.TitleWords)
            Count(terms, words, token.In(context.Title), TitleWeight, english);
        foreach (var token in CollectionsMarshal.AsSpan(context.Words)[..Math.Min(LeadWords, context.Words.Count)])
            Count(terms, words, token.In(context.Analysed), 1, english);

        return Normalised([.. terms
            .Select(term => new Keyword(term.Key, (1 + Math.Log(term.Value.Count)) * term.Value.Rarity))
            .OrderByDescending(term => term.Score).ThenBy(term => term.Text, StringComparer.Ordinal)
            .Take(MostTerms)]);
    }

    private static void Count(Dictionary<string, Term> terms, WordFrequencies words, ReadOnlySpan<char> word, int weight, bool english)
    {
        if (word.Length > LongestTerm || IsNumber(word))
            return;

        var form = WordForm.Of(word);
        var rarity = words.Rarity(form);
        if (rarity < LeastRarity)
            return;

        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, english ? Singular(form) : form, out var known);
        term = new Term(term.Count + weight, known ? Math.Min(term.Rarity, rarity) : rarity);
    }

    /// <summary>No list of words holds numbers, so each would pass for the rarest of words: two reports of 2025 had "2025" in common.</summary>
    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsDigit(character) && character is not ('.' or ','))
                return false;
        }

        return true;
    }

    private static string Singular(string form) => form switch
    {
        [.., 'i', 'e', 's'] when form.Length > 5 => form[..^3] + "y",
        [.., 's', 's'] => form,
        [.., 's'] when form.Length > 3 => form[..^1],
        _ => form,
    };

    private static Keyword[] Normalised(Keyword[] terms)
    {
        var length = Math.Sqrt(terms.Sum(term => term.Score * term.Score));
        return [.. terms.Select(term => term with { Score = Math.Round(term.Score / length, 4) })];
    }

    private readonly record struct Term(int Count, double Rarity);
}
