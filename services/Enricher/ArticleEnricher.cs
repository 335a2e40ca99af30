using Dateline.Contracts;
using Dateline.Enricher.Fingerprints;
using Dateline.Enricher.Keywords;
using Dateline.Enricher.Language;
using Dateline.Enricher.Places;
using Dateline.Enricher.Reading;
using Dateline.Enricher.Summary;

namespace Dateline.Enricher;

/// <summary>
/// Finds out what an article is about. Pure and thread-safe: the answer depends on the input and on
/// <see cref="Version"/> alone. Models are loaded at first use and shared by all instances.
/// </summary>
public sealed class ArticleEnricher
{
    /// <summary>Raised with every change of a rule that can change an answer. Models count by their own hash.</summary>
    private const string Rules = "2";

    /// <summary>In the order in which they run: a step may use what the steps above it found.</summary>
    private readonly IEnrichmentStep[] _steps =
    [
        new LanguageStep(),
        new ReadingStep(),
        new PlaceStep(),
        new KeywordStep(),
        new SummaryStep(),
        new FingerprintStep(),
    ];

    /// <summary>Changes with the rules and with each model, so that a replay finds what is out of date.</summary>
    public static string Version { get; } =
        $"{Rules}-{EmbeddedModel.Languages.ShortHash}-{EmbeddedModel.Words.ShortHash}";

    public Enrichment Enrich(Article article, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Enrich(new EnrichmentContext(article), cancellationToken);
    }

    /// <summary>Enriches a text without structure. Offsets count UTF-16 code units in <paramref name="text"/> as given.</summary>
    public Enrichment Enrich(string? title, string text, string? declaredLanguage, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Enrich(new EnrichmentContext(title, text, declaredLanguage), cancellationToken);
    }

    private Enrichment Enrich(EnrichmentContext context, CancellationToken cancellationToken)
    {
        foreach (var step in _steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            step.Apply(context, cancellationToken);
        }

        return context.ToEnrichment(Version);
    }
}
