using Dateline.Contracts;
using Dateline.Enricher.Segmentation;

namespace Dateline.Enricher.Keywords;

/// <summary>
/// Counts words, pairs of words and, where no spaces are written, repeated strings of characters, and ranks them by
/// how often they stand here against how rare they are elsewhere (tf-idf).
/// </summary>
internal sealed class KeywordCandidates(WordFrequencies frequencies)
{
    /// <summary>Longer "words" are addresses, hashes and attacks.</summary>
    private const int MaxWordLength = 40;

    private readonly Dictionary<string, Candidate> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), Candidate> _pairs = [];
    private readonly UnspacedPhrases _unspaced = new();
    private int _position;

    public void Add(string text, List<Token> tokens, bool inTitle)
    {
        _unspaced.Add(text, tokens, inTitle);

        string? before = null;
        var previous = default(Token);
        foreach (var token in tokens)
        {
            _position++;
            var form = FormOf(text, token);
            if (form is not null)
            {
                Count(_words, form, text.AsSpan(token.Start, token.Length), inTitle);
                if (before is not null && IsJoined(text, previous, token))
                    Count(_pairs, (before, form), text.AsSpan(previous.Start, token.End - previous.Start), inTitle);
            }

            (before, previous) = (form, token);
        }
    }

    public IReadOnlyList<Keyword> Best(int count)
    {
        foreach (var (form, word) in _words)
            word.Score = Weight(word) * frequencies.Rarity(form);

        foreach (var ((first, second), pair) in _pairs)
        {
            // A pair seen once is a phrase only when it is written like a name.
            pair.Score = pair.Count > 1 || pair.Capitalised > 0
                ? PairBonus * Weight(pair) * (frequencies.Rarity(first) + frequencies.Rarity(second)) / 2
                : 0;
        }

        return Choose(_words.Values.Concat(_pairs.Values).Concat(_unspaced.Scored()).Where(candidate => candidate.Score > 0), count);
    }

    /// <summary>Occurrences with falling returns; what stands in the title or the lead is what the article is about.</summary>
    private static double Weight(Candidate candidate) =>
        Math.Pow(candidate.Count, CountPower) * (candidate.InTitle ? TitleBonus : 1) * (1 + LeadBonus / (1 + candidate.First / 30.0));

    private static List<Keyword> Choose(IEnumerable<Candidate> candidates, int count)
    {
        var chosen = new List<Candidate>();
        foreach (var candidate in candidates.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.First))
        {
            if (chosen.Count == count)
                break;

            if (!chosen.Exists(better => Repeats(candidate, better)))
                chosen.Add(candidate);
        }

        return [.. chosen.Select(candidate => new Keyword(Clean(candidate.Surface), Math.Round(candidate.Score, 3)))];
    }

    private static bool Repeats(Candidate candidate, Candidate better) =>
        better.Surface.Contains(candidate.Surface, StringComparison.OrdinalIgnoreCase)
        || candidate.Surface.Contains(better.Surface, StringComparison.OrdinalIgnoreCase) && candidate.Count * 2 <= better.Count;

    public static double PairBonus = double.Parse(Environment.GetEnvironmentVariable("PB") ?? "1");
    public static double TitleBonus = double.Parse(Environment.GetEnvironmentVariable("TB") ?? "1.5");
    public static double LeadBonus = double.Parse(Environment.GetEnvironmentVariable("LB") ?? "1");
    public static double CountPower = double.Parse(Environment.GetEnvironmentVariable("CP") ?? "0.8");

    private void Count<TKey>(Dictionary<TKey, Candidate> candidates, TKey key, ReadOnlySpan<char> surface, bool inTitle) where TKey : notnull
    {
        if (!candidates.TryGetValue(key, out var candidate))
            candidates.Add(key, candidate = new Candidate(surface.ToString(), _position));

        candidate.Count++;
        candidate.InTitle |= inTitle;
        if (char.IsUpper(surface[0]) && char.IsUpper(surface[surface.LastIndexOf(' ') + 1]))
            candidate.Capitalised++;
    }

    /// <summary>Null for what cannot be a keyword: stop words, numbers, single letters.</summary>
    private string? FormOf(string text, Token token)
    {
        if (token.Unspaced || token.Length is < 2 or > MaxWordLength || !char.IsLetter(text[token.Start]))
            return null;

        var form = WordForm.Of(token.In(text));
        var isAcronym = char.IsUpper(text[token.Start]) && char.IsUpper(text[token.Start + 1]);
        return form.Length < 3 && !isAcronym || frequencies.IsStopWord(form) ? null : form;
    }

    private static bool IsJoined(string text, Token first, Token second) =>
        second.Start == first.End + 1 && text[first.End] is ' ' or '-' or '\u00A0';

    private static string Clean(string surface)
    {
        var trimmed = surface.Length > 2 && surface[^1] is 's' or 'S' && surface[^2] is '\'' or '’' ? surface[..^2] : surface;
        return trimmed.Replace('\u00A0', ' ').Replace("\u00AD", "", StringComparison.Ordinal);
    }
}
