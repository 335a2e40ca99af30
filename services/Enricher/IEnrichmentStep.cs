namespace Dateline.Enricher;

/// <summary>One thing the enricher finds out. Reads what earlier steps wrote into the context and adds its own.</summary>
internal interface IEnrichmentStep
{
    void Apply(EnrichmentContext context, CancellationToken cancellationToken);
}
