namespace Dateline.Enricher.Language;

/// <summary>Tells which language a text is written in.</summary>
internal sealed class LanguageIdentifier(LanguageModel model)
{
    /// <summary>Articles are certain long before that; more text only costs time.</summary>
    private const int MaxLength = 4_000;

    /// <summary>Shorter alphabetic texts ("OK", "NB") are words of many languages.</summary>
    private const int MinLetters = 3;

    /// <summary>
    /// Overlapping n-grams count the same evidence many times, so that raw posteriors are far too sure. With this
    /// divisor the mean confidence on the held-out sentences is the share that is right.
    /// </summary>
    private const double Overlap = 12;

    /// <summary>Below that the best language is hardly better than its rivals.</summary>
    private const double MinConfidence = 0.2;

    /// <summary>How likely the declared language must be, as a share of the likeliest, to win.</summary>
    private const double TieBreak = 0.25;

    /// <param name="declared">What the document claims, BCP 47. It decides only between languages that are about equally likely.</param>
    public LanguageGuess Identify(ReadOnlySpan<char> text, string? declared = null)
    {
        var stream = LetterStream.Read(text, MaxLength);
        if (stream.LetterCount == 0)
            return LanguageGuess.Undetermined;

        var script = stream.MainScript;
        if (Scripts.OnlyLanguage(script) is { } only)
            return new LanguageGuess(only, (double)(stream.CountOf(script) + (script == Script.Kana ? stream.CountOf(Script.Han) : 0)) / stream.LetterCount);

        if (stream.LetterCount < MinLetters && script != Script.Han)
            return LanguageGuess.Undetermined;

        return Choose(Posteriors(stream, script), Primary(declared));
    }

    private double[] Posteriors(LetterStream stream, Script script)
    {
        var languages = model.Languages;
        Span<int> weights = stackalloc int[languages.Count];
        Span<int> known = stackalloc int[NGrams.MaxOrder];
        Score(stream.LettersOf(script), weights, known);

        var scores = new double[languages.Count];
        var best = double.NegativeInfinity;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = double.NegativeInfinity;
            if (!languages[i].IsWrittenIn(script))
                continue;

            scores[i] = weights[i] * (double)model.Scale;
            for (var order = 0; order < known.Length; order++)
                scores[i] += known[order] * (double)languages[i].Floors[order];

            best = Math.Max(best, scores[i]);
        }

        if (double.IsNegativeInfinity(best))
            return [];

        for (var i = 0; i < scores.Length; i++)
            scores[i] = Math.Exp((scores[i] - best) / Overlap);

        var sum = scores.Sum();
        for (var i = 0; i < scores.Length; i++)
            scores[i] /= sum;

        return scores;
    }

    private void Score(ReadOnlySpan<char> letters, Span<int> weights, Span<int> known)
    {
        for (var end = 1; end <= letters.Length; end++)
        {
            var grams = NGrams.EndingAt(letters, end);
            while (grams.MoveNext())
            {
                var row = model.Row(grams.Key);
                if (row.IsEmpty)
                    continue;

                known[grams.Order - 1]++;
                for (var i = 0; i < row.Length; i += 2)
                    weights[row[i]] += row[i + 1];
            }
        }
    }

    private LanguageGuess Choose(double[] posteriors, string? declared)
    {
        if (posteriors.Length == 0)
            return LanguageGuess.Undetermined;

        var best = Array.IndexOf(posteriors, posteriors.Max());
        for (var i = 0; i < posteriors.Length; i++)
        {
            if (model.Languages[i].Code == declared && posteriors[i] >= posteriors[best] * TieBreak)
                best = i;
        }

        return posteriors[best] < MinConfidence
            ? LanguageGuess.Undetermined
            : new LanguageGuess(model.Languages[best].Code, posteriors[best]);
    }

    private static string? Primary(string? declared)
    {
        var code = declared?.Split('-', '_')[0].Trim().ToLowerInvariant();
        return code == "no" ? "nb" : code;
    }
}
