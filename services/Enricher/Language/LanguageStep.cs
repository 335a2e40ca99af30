namespace Dateline.Enricher.Language;

/// <summary>Determines the language, from the text and, while that is short, from the title too.</summary>
internal sealed class LanguageStep : IEnrichmentStep
{
    /// <summary>A text of this length is identified without the title, which may be in another language on aggregators.</summary>
    private const int EnoughText = 200;

    public void Apply(EnrichmentContext context, CancellationToken cancellationToken)
    {
        var identifier = new LanguageIdentifier(LanguageModel.Default);
        var guess = context.AnalysedLength < EnoughText && context.Title is { } title
            ? identifier.Identify($"{title}\n{context.Text}", context.DeclaredLanguage)
            : identifier.Identify(context.Analysed, context.DeclaredLanguage);

        context.Language = guess.Code;
        context.LanguageConfidence = Math.Round(guess.Confidence, 4);
    }
}
