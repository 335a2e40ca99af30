using System.Runtime.InteropServices;

namespace Dateline.Enricher.Keywords;

/// <summary>Finds the words and phrases that set an article apart.</summary>
internal sealed class KeywordStep : IEnrichmentStep
{
    private const int MaxKeywords = 10;

    public void Apply(EnrichmentContext context, CancellationToken cancellationToken)
    {
        var candidates = new KeywordCandidates(WordFrequencies.Of(context.Language));
        candidates.Add(context.Title ?? "", CollectionsMarshal.AsSpan(context.TitleWords), inTitle: true);
        cancellationToken.ThrowIfCancellationRequested();
        // The dateline names where the report was filed, which is often not what it is about.
        candidates.Add(context.Text, CollectionsMarshal.AsSpan(context.Words)[SkippedWords(context)..], inTitle: false);
        context.Keywords = candidates.Best(MaxKeywords);
    }

    private static int SkippedWords(EnrichmentContext context)
    {
        var first = context.Words.FindIndex(word => word.Start >= context.DatelineLength);
        return Math.Max(0, first);
    }
}
