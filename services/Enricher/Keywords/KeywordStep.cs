namespace Dateline.Enricher.Keywords;

/// <summary>Finds the words and phrases that set an article apart.</summary>
internal sealed class KeywordStep : IEnrichmentStep
{
    private const int MaxKeywords = 10;

    public void Apply(EnrichmentContext context, CancellationToken cancellationToken)
    {
        var candidates = new KeywordCandidates(WordFrequencies.Of(context.Language));
        candidates.Add(context.Title ?? "", context.TitleWords, inTitle: true);
        cancellationToken.ThrowIfCancellationRequested();
        candidates.Add(context.Text, context.Words, inTitle: false);
        context.Keywords = candidates.Best(MaxKeywords);
    }
}
