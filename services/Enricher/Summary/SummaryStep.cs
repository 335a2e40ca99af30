using System.Text;
using Dateline.Enricher.Segmentation;

namespace Dateline.Enricher.Summary;

/// <summary>
/// Summarises by the cleaned lead: the first whole sentences of prose. News puts what matters first, and no extractive
/// ranker that was measured beats that.
/// </summary>
internal sealed class SummaryStep : IEnrichmentStep
{
    private const int MaxLength = 300;

    private const int MaxSentences = 3;

    /// <summary>A lead of fewer letters says too little: the next sentence may then exceed the length.</summary>
    private const int MinLength = 90;

    /// <summary>A sentence that is longer is cut, with an ellipsis.</summary>
    private const int MaxSentence = 600;

    public void Apply(EnrichmentContext context, CancellationToken cancellationToken)
    {
        var summary = new StringBuilder();
        var sentences = 0;
        foreach (var sentence in LeadProse.Of(context).SelectMany(paragraph => SentencesOf(paragraph, context.Language)))
        {
            if (summary.Length > 0 && summary.Length + 1 + sentence.Length > (summary.Length < MinLength ? MaxSentence : MaxLength))
                break;

            if (summary.Length > 0)
                summary.Append(Joint(sentence));

            summary.Append(sentence);
            if (++sentences == MaxSentences || summary.Length >= MaxLength)
                break;
        }

        context.Summary = summary.Length == 0 ? null : summary.ToString();
    }

    private static IEnumerable<string> SentencesOf(string paragraph, string language)
    {
        var position = 0;
        while (SentenceSegmenter.Next(paragraph, language, ref position, out var sentence))
        {
            yield return sentence.Length > MaxSentence
                ? Shorten(paragraph.Substring(sentence.Start, MaxLength))
                : WhiteSpace.Collapse(sentence.In(paragraph));
        }
    }

    /// <summary>Cuts at the last space, or where it must be when there is none.</summary>
    private static string Shorten(string start)
    {
        var space = start.LastIndexOf(' ');
        var end = space > MaxLength / 2 ? space : TextBounds.Cut(start, start.Length - 1);
        return WhiteSpace.Collapse(start[..end]) + "…";
    }

    /// <summary>Chinese and Japanese put nothing between sentences.</summary>
    private static string Joint(string sentence) => sentence[0] >= 0x3000 && UnspacedScripts.Contains(sentence[0]) ? "" : " ";
}
