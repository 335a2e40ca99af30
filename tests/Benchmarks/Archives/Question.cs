using Dateline.Benchmarks.Archives.Loading;

namespace Dateline.Benchmarks.Archives;

/// <summary>Something people ask of an archive: an address for each number, so that no answer is remembered.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Goal">Milliseconds that 19 of 20 answers may take; null where there is no goal.</param>
/// <param name="Address">For the nth time it is asked.</param>
internal sealed record Question(string Name, int? Goal, Func<int, string> Address)
{
    /// <summary>newest, by relevance, timeline, facets: what has one goal.</summary>
    public string Kind => Name.Split(',')[0] switch { var kind when kind.Contains("timeline", StringComparison.Ordinal) => "timeline", "entities" => "facets", var kind => kind };

    private static readonly Vocabulary English = Vocabulary.All[0];
    private static readonly Vocabulary German = Vocabulary.All[2];

    public static IReadOnlyList<Question> All { get; } =
    [
        new("newest, no words, one language", 50, _ => "articles?language=en&limit=50"),
        new("newest, common word", 50, n => $"articles?q={Common(n)}&limit=50"),
        new("newest, word of one article in a hundred", 50, n => $"articles?q={Medium(n)}&limit=50"),
        new("newest, rare word", 50, n => $"articles?q={Rare(n)}&limit=50"),
        new("newest, common word, large source", 50, n => $"articles?q={Common(n)}&source={NewsWriter.SourceId("en", n % 5)}&limit=50"),
        new("newest, common word, small source", 50, n => $"articles?q={Common(n)}&source={NewsWriter.SourceId("en", 200 + n)}&limit=50"),
        new("newest, common word, one old month", 50, n => $"articles?q={Common(n)}&from=2024-{1 + (n % 9):00}&to=2024-{1 + (n % 9):00}&limit=50"),
        new("newest, two common words", 50, n => $"articles?q={Common(n)} {Common(n + 7)}&limit=50"),
        new("newest, common word, wrong language", 50, n => $"articles?q={Common(n)}&language=de&limit=50"),
        new("newest, common words that exclude each other", 50, n => $"articles?q={Common(n)} {Uri.EscapeDataString(German[60 + n])}&limit=50"),
        new("newest, phrase of two common words", 50, n => $"articles?q={Phrase(n)}&limit=50"),
        new("newest, common word but not another", 50, n => $"articles?q={Common(n)} -{Common(n + 3)}&limit=50"),
        new("newest, copies collapsed, common word", 50, n => $"articles?q={Common(n)}&collapse=copies&limit=50"),
        new("by relevance, common word", 150, n => $"articles?q={Common(n)}&sort=relevance&limit=50"),
        new("by relevance, medium word", 150, n => $"articles?q={Medium(n)}&sort=relevance&limit=50"),
        new("by relevance, rare word", 150, n => $"articles?q={Rare(n)}&sort=relevance&limit=50"),
        new("by relevance, phrase of two common words", 150, n => $"articles?q={Phrase(n)}&sort=relevance&limit=50"),
        new("a year's timeline by day, common word", 300, n => $"timeline?q={Common(n)}&from=2025-01-01&to=2025-12-31&interval=day"),
        new("a year's timeline by day, medium word", 300, n => $"timeline?q={Medium(n)}&from=2025-01-01&to=2025-12-31&interval=day"),
        new("a year's timeline by day, all articles", 300, _ => "timeline?from=2025-01-01&to=2025-12-31&interval=day"),
        new("a year's timeline by day, phrase of two common words", 300, n => $"timeline?q={Phrase(n)}&from=2025-01-01&to=2025-12-31&interval=day"),
        new("facets, word of one article in fourteen", 300, n => $"facets?q={English[110 + (n % 40)]}"),
        new("facets, phrase of two common words", 300, n => $"facets?q={Phrase(n)}"),
        new("facets, common word", 300, n => $"facets?q={Common(n)}"),
        new("facets, medium word", 300, n => $"facets?q={Medium(n)}"),
        new("facets, all articles", 300, _ => "facets"),
        new("entities, medium word", 300, n => $"entities?q={Medium(n)}"),
    ];

    private static string Common(int n) => English[45 + (n % 40)];

    private static string Phrase(int n) => $"%22{English[20 + (n % 40)]} {English[30 + (n % 37)]}%22";

    private static string Medium(int n) => English[1_000 + (11 * n)];

    private static string Rare(int n) => English[20_000 + (101 * n)];
}
