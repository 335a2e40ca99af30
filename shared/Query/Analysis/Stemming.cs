using System.Collections.Concurrent;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Dateline.Query.Analysis;

/// <summary>
/// Reduces a word to what its forms have in common, by the rules of its language (Snowball). Both databases index these stems,
/// so that a query finds the same on either.
/// </summary>
public static class Stemming
{
    /// <summary>Turkish and Hungarian are left out: their rules need the accents that folding takes away.</summary>
    private static readonly Dictionary<string, Func<SnowballProgram>> Makers = new(StringComparer.Ordinal)
    {
        ["ca"] = () => new CatalanStemmer(),
        ["da"] = () => new DanishStemmer(),
        ["de"] = () => new GermanStemmer(),
        ["en"] = () => new EnglishStemmer(),
        ["es"] = () => new SpanishStemmer(),
        ["fi"] = () => new FinnishStemmer(),
        ["fr"] = () => new FrenchStemmer(),
        ["it"] = () => new ItalianStemmer(),
        ["nl"] = () => new DutchStemmer(),
        ["no"] = () => new NorwegianStemmer(),
        ["pt"] = () => new PortugueseStemmer(),
        ["ro"] = () => new RomanianStemmer(),
        ["ru"] = () => new RussianStemmer(),
        ["sv"] = () => new SwedishStemmer(),
    };

    private const int LongestWord = 40;

    /// <summary>A text repeats its words, and a language its commonest: most stems are looked up. Looked at now and then, and emptied when full.</summary>
    private const int MostRemembered = 30_000;

    private static readonly Dictionary<string, ConcurrentDictionary<string, string>> Remembered =
        Makers.Keys.ToDictionary(rules => rules, _ => new ConcurrentDictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Of all languages together. The dictionary's own count takes all of its locks: that was a fifth of what storing an article costs.</summary>
    private static int added;

    [ThreadStatic]
    private static Dictionary<string, SnowballProgram>? programs;

    public static IReadOnlyList<string> Languages { get; } = [.. Makers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The key of the rules for a language tag such as pt-BR; null when there are none.</summary>
    public static string? RulesFor(string language)
    {
        var end = language.IndexOfAny(['-', '_']);
        var primary = (end < 0 ? language : language[..end]).ToLowerInvariant();
        return primary is "nb" or "nn" ? "no" : Makers.ContainsKey(primary) ? primary : null;
    }

    /// <param name="word">Folded.</param>
    /// <param name="rules">From <see cref="RulesFor"/>.</param>
    public static string Stem(string word, string rules)
    {
        if (word.Length is < 3 or > LongestWord || word.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
            return word;

        var remembered = Remembered[rules];
        if (remembered.TryGetValue(word, out var known))
            return known;
        if (Interlocked.Increment(ref added) % MostRemembered == 0 && remembered.Count >= MostRemembered)
            remembered.Clear();
        return remembered[word] = Compute(word, rules);
    }

    private static string Compute(string word, string rules)
    {
        programs ??= new Dictionary<string, SnowballProgram>(StringComparer.Ordinal);
        if (!programs.TryGetValue(rules, out var program))
            programs.Add(rules, program = Makers[rules]());
        program.SetCurrent(word);
        program.Stem();
        return program.Current is { Length: > 0 } stem ? stem : word;
    }
}
