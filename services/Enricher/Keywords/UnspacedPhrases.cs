using Dateline.Enricher.Segmentation;

namespace Dateline.Enricher.Keywords;

/// <summary>
/// Finds phrases in Chinese and Japanese without a dictionary: strings of two to six Han or Katakana characters that
/// come back. Hiragana is grammar and ends a phrase. Thai and its neighbours need a dictionary and get none.
/// </summary>
internal sealed class UnspacedPhrases
{
    private const int MaxLength = 6;

    private readonly Dictionary<string, Candidate> _phrases = new(StringComparer.Ordinal);
    private int _position;

    public void Add(string text, ReadOnlySpan<Token> tokens, bool inTitle)
    {
        for (var first = 0; first < tokens.Length; first++)
        {
            if (!IsContent(text, tokens[first]))
                continue;

            _position++;
            for (var last = first + 1; last < tokens.Length && last - first < MaxLength; last++)
            {
                if (tokens[last].Start != tokens[last - 1].End || !IsContent(text, tokens[last]))
                    break;

                Count(text[tokens[first].Start..tokens[last].End], inTitle);
            }
        }
    }

    /// <summary>Those that stand in the text more than once and more often than any longer phrase they are part of.</summary>
    public IEnumerable<Candidate> Scored()
    {
        var covered = new HashSet<string>(StringComparer.Ordinal);
        var repeated = _phrases.Values.Where(phrase => phrase.Count > 1).OrderByDescending(phrase => phrase.Surface.Length).ToList();
        foreach (var phrase in repeated)
        {
            foreach (var part in new[] { phrase.Surface[1..], phrase.Surface[..^1] })
            {
                // A part carries the mark on to its own parts, which are at least as frequent.
                if (_phrases.TryGetValue(part, out var shorter) && shorter.Count <= phrase.Count)
                    covered.Add(part);
            }

            if (!covered.Contains(phrase.Surface))
            {
                phrase.Score = phrase.Count * Math.Log2(phrase.Surface.Length) * (phrase.InTitle ? 2 : 1);
                yield return phrase;
            }
        }
    }

    private void Count(string surface, bool inTitle)
    {
        if (!_phrases.TryGetValue(surface, out var phrase))
            _phrases.Add(surface, phrase = new Candidate(surface, _position));

        phrase.Count++;
        phrase.InTitle |= inTitle;
    }

    private static bool IsContent(string text, Token token) =>
        token.Unspaced && text[token.Start] is >= '\u30A1' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or '々';
}
