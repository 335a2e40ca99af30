using System.Globalization;

namespace Dateline.Enricher.Keywords;

/// <summary>How rare the words of a language are in the news. Made by the training tool; loaded once.</summary>
internal sealed class WordFrequencies
{
    /// <summary>Below that a word stands in more than one of eight articles, whatever they are about.</summary>
    private const int StopWordTenths = 20;

    private static readonly Lazy<Dictionary<string, WordFrequencies>> Embedded = new(Load);

    private static readonly WordFrequencies None = new();

    private readonly Dictionary<string, int> _tenths = new(StringComparer.Ordinal);

    private int _unknown = 50;

    private WordFrequencies()
    {
    }

    /// <summary>The words of a language; an empty table, in which all words are equally rare, when it is not known.</summary>
    public static WordFrequencies Of(string language) => Embedded.Value.GetValueOrDefault(language, None);

    /// <summary>False when the language is in no table: then no word can be told from a stop word.</summary>
    public bool Known => _tenths.Count > 0;

    public bool IsStopWord(string form) => _tenths.TryGetValue(form, out var tenths) && tenths < StopWordTenths;

    /// <summary>ln(articles / articles with the word). A word not in the table is rarer than all that are.</summary>
    public double Rarity(string form) => _tenths.GetValueOrDefault(form, _unknown) / 10.0;

    private static Dictionary<string, WordFrequencies> Load()
    {
        var languages = new Dictionary<string, WordFrequencies>(StringComparer.Ordinal);
        using var reader = new StreamReader(EmbeddedModel.Words.Open());
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            if (!languages.TryGetValue(parts[0], out var words))
                languages.Add(parts[0], words = new WordFrequencies());

            var tenths = int.Parse(parts[1], CultureInfo.InvariantCulture);
            foreach (var word in parts[2].Split(' '))
                words._tenths.Add(word, tenths);

            words._unknown = tenths + 10;
        }

        return languages;
    }
}
