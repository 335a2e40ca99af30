using Dateline.Contracts;
using Dateline.Enricher.Datelines;
using Dateline.Enricher.Segmentation;

namespace Dateline.Enricher;

/// <summary>What the steps share about one article: the input, its words and sentences, and the findings so far.</summary>
internal sealed class EnrichmentContext
{
    /// <summary>
    /// How much of a text the statistics read, in UTF-16 code units. The longest news features have about a
    /// third of that; what is longer is a book or an attack.
    /// </summary>
    public const int MaxAnalysedLength = 200_000;

    private List<Token>? _words;
    private List<Token>? _titleWords;
    private int? _datelineLength;

    public EnrichmentContext(Article article)
    {
        Title = article.Title;
        Text = article.Text;
        Blocks = article.Blocks;
        DeclaredLanguage = article.DeclaredLanguage;
        Dateline = article.Dateline;
        AnalysedLength = TextBounds.Cut(Text, MaxAnalysedLength);
    }

    public EnrichmentContext(string? title, string text, string? declaredLanguage)
    {
        Title = title;
        Text = text;
        DeclaredLanguage = declaredLanguage;
        AnalysedLength = TextBounds.Cut(text, MaxAnalysedLength);
    }

    public string? Title { get; }

    public string Text { get; }

    /// <summary>Null for a bare text, whose structure is only what its line breaks say.</summary>
    public IReadOnlyList<Block>? Blocks { get; }

    public string? DeclaredLanguage { get; }

    public Contracts.Dateline? Dateline { get; }

    public int AnalysedLength { get; }

    /// <summary>The part of the text that statistics read.</summary>
    public ReadOnlySpan<char> Analysed => Text.AsSpan(0, AnalysedLength);

    public List<Token> Words => _words ??= WordSegmenter.Segment(Analysed);

    public List<Token> TitleWords => _titleWords ??=
        WordSegmenter.Segment(Title.AsSpan(0, TextBounds.Cut(Title ?? "", MaxAnalysedLength)));

    /// <summary>Length of the dateline at the start of the text, 0 without one.</summary>
    public int DatelineLength => _datelineLength ??= DatelinePrefix.Length(Text, Dateline?.Place);

    public string Language { get; set; } = "und";

    public double LanguageConfidence { get; set; }

    public IReadOnlyList<Place> Places { get; set; } = [];

    public IReadOnlyList<Keyword> Keywords { get; set; } = [];

    public string? Summary { get; set; }

    public ReadingStatistics? Reading { get; set; }

    public Contracts.Fingerprints? Fingerprints { get; set; }

    public Enrichment ToEnrichment(string version) => new()
    {
        Language = Language,
        LanguageConfidence = LanguageConfidence,
        Places = Places,
        Keywords = Keywords,
        Summary = Summary,
        Reading = Reading ?? throw new InvalidOperationException("No step counted the words."),
        Fingerprints = Fingerprints ?? throw new InvalidOperationException("No step took the fingerprints."),
        EnricherVersion = version,
    };
}
