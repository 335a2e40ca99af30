using Dateline.Enricher.Keywords;
using Dateline.Enricher.Segmentation;

namespace Dateline.Training.Words;

/// <summary>How rare a word is: ln(documents / documents with it), in tenths.</summary>
internal sealed record WordRarity(string Word, int Tenths)
{
    /// <summary>A word seen in fewer sentences is left out: the estimate would be noise.</summary>
    private const int MinSentences = 4;

    /// <summary>As many articles keep the English table at some ten thousand words.</summary>
    private const int MinArticles = 6;

    /// <summary>Sentences in a short news article, to carry the frequency in sentences over to articles.</summary>
    private const int SentencesPerArticle = 15;

    public static IReadOnlyList<WordRarity> OfArticles(IReadOnlyList<string> articles) =>
        Of(articles, share => share, MinArticles);

    public static IReadOnlyList<WordRarity> OfSentences(IReadOnlyList<string> sentences) =>
        Of(sentences, share => 1 - Math.Pow(1 - share, SentencesPerArticle), MinSentences);

    private static List<WordRarity> Of(IReadOnlyList<string> documents, Func<double, double> shareOfArticles, int minDocuments) =>
    [
        .. documents.SelectMany(Words).CountBy(word => word).Where(pair => pair.Value >= minDocuments)
            .Select(pair => new WordRarity(pair.Key, (int)Math.Round(-10 * Math.Log(shareOfArticles((double)pair.Value / documents.Count))))),
    ];

    private static HashSet<string> Words(string text) =>
        [.. WordSegmenter.Segment(text).Where(word => !word.Unspaced).Select(word => WordForm.Of(word.In(text))).Where(form => char.IsLetter(form[0]))];
}
