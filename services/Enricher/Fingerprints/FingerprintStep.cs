namespace Dateline.Enricher.Fingerprints;

/// <summary>Takes the fingerprints by which the archive finds the same text and near copies of it.</summary>
internal sealed class FingerprintStep : IEnrichmentStep
{
    public void Apply(EnrichmentContext context, CancellationToken cancellationToken) =>
        context.Fingerprints = new Contracts.Fingerprints
        {
            Exact = ExactFingerprint.Of(context.Title, context.Text),
            MinHash = MinHash.Of(context.Analysed, context.Words),
            Gist = Gist.Of(context),
        };
}
