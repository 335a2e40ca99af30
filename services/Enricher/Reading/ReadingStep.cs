using System.Text;
using Dateline.Contracts;
using Dateline.Enricher.Segmentation;

namespace Dateline.Enricher.Reading;

/// <summary>Counts what there is to read. The whole text counts, however long it is.</summary>
internal sealed class ReadingStep : IEnrichmentStep
{
    public void Apply(EnrichmentContext context, CancellationToken cancellationToken)
    {
        var (words, unspaced) = CountWords(context.Text);
        cancellationToken.ThrowIfCancellationRequested();
        context.Reading = new ReadingStatistics
        {
            Characters = CountCharacters(context.Text),
            Words = words + unspaced,
            Sentences = SentenceSegmenter.Count(context.Text, context.Language),
            Minutes = Math.Round(
                (double)words / ReadingSpeeds.Of(context.Language) + (double)unspaced / ReadingSpeeds.OfCharacters(context.Language), 2),
        };
    }

    private static (int Words, int Unspaced) CountWords(string text)
    {
        var counts = (Words: 0, Unspaced: 0);
        var position = 0;
        while (WordSegmenter.Next(text, ref position, out var word))
        {
            if (word.Unspaced)
                counts.Unspaced++;
            else
                counts.Words++;
        }

        return counts;
    }

    /// <summary>Unicode characters other than white space.</summary>
    private static int CountCharacters(string text)
    {
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
            count += Rune.IsWhiteSpace(rune) ? 0 : 1;

        return count;
    }
}
