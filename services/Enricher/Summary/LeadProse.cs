using Dateline.Contracts;
using Dateline.Enricher.Datelines;
using Dateline.Enricher.Segmentation;

namespace Dateline.Enricher.Summary;

/// <summary>Gives the paragraphs of prose at the start of an article, without datelines, headings, captions and link lines.</summary>
internal static class LeadProse
{
    /// <summary>The lead is at the top: when so many paragraphs had no prose, there is none.</summary>
    private const int MaxParagraphs = 40;

    /// <summary>Shorter lines without a mark at their end are headings, bylines or captions.</summary>
    private const int MinUnmarked = 120;

    /// <summary>A sentence of fewer code units at the start of an article is a slug or a kicker.</summary>
    private const int MinSentence = 25;

    public static IEnumerable<string> Of(EnrichmentContext context)
    {
        foreach (var paragraph in Paragraphs(context).Take(MaxParagraphs))
        {
            var text = paragraph[DatelinePrefix.Length(paragraph, context.Dateline?.Place)..];
            if (IsProse(text) && !IsTitle(text, context.Title))
                yield return text;
        }
    }

    private static IEnumerable<string> Paragraphs(EnrichmentContext context) =>
        context.Blocks?.Where(block => block.Kind == BlockKind.Paragraph).Select(block => Bounded(block.Text)).Where(text => text.Length > 0)
        ?? Lines(context.Text, context.AnalysedLength);

    /// <summary>
    /// A bare text's paragraphs are separated by empty lines, or each is one line. A line that ends without a mark and
    /// goes on in lower case is wrapped.
    /// </summary>
    private static IEnumerable<string> Lines(string text, int length)
    {
        for (var (start, end) = (0, 0); start < length; end++)
        {
            if (end < length && (text[end] != '\n' || IsWrapped(text, end, length)))
                continue;

            var paragraph = text[start..end].Trim();
            if (paragraph.Length > 0)
                yield return paragraph;

            start = end + 1;
        }
    }

    private static bool IsWrapped(string text, int lineBreak, int length) =>
        lineBreak + 1 < length && char.IsLower(text[lineBreak + 1]);

    private static string Bounded(string text) => text[..TextBounds.Cut(text, EnrichmentContext.MaxAnalysedLength)].Trim();

    private static bool IsProse(string text) =>
        text.Take(MinUnmarked).Any(char.IsLetter)
        && (EndsWithMark(text) ? text.Length >= (UnspacedScripts.Contains(text[0]) ? MinSentence / 3 : MinSentence) : text.Length >= MinUnmarked)
        && !Boilerplate.IsLine(text);

    private static bool EndsWithMark(string text)
    {
        var last = text.AsSpan().TrimEnd("\"'”’»)]」』）").TrimEnd();
        return last.Length > 0 && last[^1] is '.' or '!' or '?' or '…' or ':' or '。' or '！' or '？' or '؟' or '۔' or '।' or '။' or '።' or '։';
    }

    private static bool IsTitle(string text, string? title) =>
        title is not null && WhiteSpace.Collapse(text).TrimEnd('.').Equals(WhiteSpace.Collapse(title).TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}
