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

    /// <summary>A word that stands so often inside one phrase is only a part of it: "Buenos" of "Buenos Aires".</summary>
    private const double PartShare = 0.9;

    // Tuned for F at ten on five hundred news stories with keywords by readers, which is flat around these values.
    private const double PairWeight = 0.7;
    private const double TitleWeight = 1.2;
    private const double LeadWeight = 1;
    private const double LeadWords = 30;

    private readonly Dictionary<string, Candidate> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), Candidate> _pairs = [];
    private readonly UnspacedPhrases _unspaced = new();
    private int _position;

    public void Add(string text, ReadOnlySpan<Token> tokens, bool inTitle)
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
            ScorePair(pair, first, second);

        return Choose(
            _words.Values.Concat(_pairs.Values).Concat(_unspaced.Scored()).Where(candidate => candidate.Score > 0 && !candidate.IsPart), count);
    }

    private void ScorePair(Candidate pair, string first, string second)
    {
        // A pair seen once is a phrase only when it is written like a name.
        if (pair.Count == 1 && pair.Capitalised == 0)
            return;

        pair.Score = PairWeight * Weight(pair) * (frequencies.Rarity(first) + frequencies.Rarity(second)) / 2;
        foreach (var word in (ReadOnlySpan<Candidate>)[_words[first], _words[second]])
        {
            if (pair.Count < word.Count * PartShare)
                continue;

            pair.Score = Math.Max(pair.Score, word.Score);
            word.IsPart = true;
        }
    }

    /// <summary>Occurrences; what stands in the title or the lead is what the article is about.</summary>
    private static double Weight(Candidate candidate) =>
        candidate.Count * (candidate.InTitle ? TitleWeight : 1) * (1 + LeadWeight / (1 + candidate.First / LeadWords));

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

    /// <summary>An inflected form ("outlaw", "outlaws"), a part, or a rarer phrase made of what is already there.</summary>
    private static bool Repeats(Candidate candidate, Candidate better)
    {
        var (shorter, longer) = candidate.Surface.Length < better.Surface.Length ? (candidate, better) : (better, candidate);
        var inflected = longer.Surface.Length - shorter.Surface.Length <= 2
            && longer.Surface.StartsWith(shorter.Surface, StringComparison.OrdinalIgnoreCase);
        return inflected || longer.IsPhraseWith(shorter) && (longer == better || longer.Count * 2 < shorter.Count);
    }

    private void Count<TKey>(Dictionary<TKey, Candidate> candidates, TKey key, ReadOnlySpan<char> surface, bool inTitle) where TKey : notnull
    {
        if (!candidates.TryGetValue(key, out var candidate))
            candidates.Add(key, candidate = new Candidate(surface.ToString(), _position));

        candidate.Count++;
        candidate.InTitle |= inTitle;
        candidate.Prefer(surface);
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
