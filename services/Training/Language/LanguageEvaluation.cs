using Dateline.Enricher.Language;

namespace Dateline.Training.Language;

/// <summary>How often a language model is right on labelled texts.</summary>
internal static class LanguageEvaluation
{
    public static Dictionary<string, double> Measure(LanguageModel model, IReadOnlyList<LabelledText> texts)
    {
        var identifier = new LanguageIdentifier(model);
        var answers = texts.Select(text => (Gold: text.Language!, Guess: identifier.Identify(text.Text))).ToList();
        var right = answers.Where(answer => answer.Guess.Code == answer.Gold).ToList();
        foreach (var language in answers.GroupBy(answer => answer.Gold).OrderBy(Share).Take(12))
        {
            var wrong = language.Where(answer => answer.Guess.Code != answer.Gold)
                .CountBy(answer => answer.Guess.Code).OrderByDescending(pair => pair.Value).Take(4);
            Console.WriteLine($"{language.Key}: {Share(language):P1} of {language.Count()}, else {string.Join(' ', wrong.Select(pair => $"{pair.Key}={pair.Value}"))}");
        }

        return new Dictionary<string, double>
        {
            ["heldOutTexts"] = texts.Count,
            ["heldOutRight"] = Math.Round((double)right.Count / texts.Count, 4),
            ["heldOutMeanConfidence"] = Math.Round(answers.Average(answer => answer.Guess.Confidence), 4),
            ["languages"] = model.Languages.Count,
            ["ngrams"] = model.Features.Count,
        };
    }

    private static double Share(IEnumerable<(string Gold, LanguageGuess Guess)> answers) =>
        answers.Average(answer => answer.Guess.Code == answer.Gold ? 1.0 : 0.0);
}
