using Dateline.Contracts;

namespace Dateline.Enricher.Places;

/// <summary>Puts the place of the dateline on the map and counts how often the text names it.</summary>
internal sealed class PlaceStep : IEnrichmentStep
{
    public void Apply(EnrichmentContext context, CancellationToken cancellationToken)
    {
        if (context.Dateline?.Place is not { Length: > 0 } name)
            return;

        var known = Gazetteer.Find(name);
        context.Places =
        [
            new Place
            {
                Name = known?.Name ?? name,
                Country = known?.Country,
                Latitude = known?.Latitude,
                Longitude = known?.Longitude,
                Count = Math.Max(1, Mentions.Count(context.Text, context.Words, known?.Name ?? name)),
            },
        ];
    }
}
