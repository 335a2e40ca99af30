using System.CommandLine;
using System.Text;

namespace Dateline.Training.Words;

/// <summary>Makes the table of how common words are, by which keywords are weighed and stop words known.</summary>
internal static class WordsCommand
{
    /// <summary>Sentences in each language.</summary>
    private const string Sentences = "lang_sentences.jsonl";

    /// <summary>Whole English articles: they tell common from rare far better than sentences do.</summary>
    private static readonly string[] EnglishArticles =
    [
        "clusters_g5w1h.jsonl", "geo_geovirus.jsonl", "geo_lgl.jsonl", "ner_wwn_train.jsonl", "quotes_polnear_train.jsonl", "topic_bbc.jsonl",
    ];

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = $"Folder with {Sentences} and {string.Join(", ", EnglishArticles)}.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "The table to write; its manifest is written beside it.", Required = true };
        var licence = new Option<string>("--licence") { Description = "The terms of the data, for the manifest.", Required = true };
        var command = new Command("words", "Makes the table of word frequencies.") { data, output, licence };
        command.SetAction(arguments => Run(
            arguments.GetRequiredValue(data).FullName, arguments.GetRequiredValue(output).FullName, arguments.GetRequiredValue(licence)));
        return command;
    }

    private static void Run(string folder, string outputPath, string licence)
    {
        var inputs = new List<InputFile>();
        var sentences = Read(Sentences);
        var articles = EnglishArticles.SelectMany(Read).ToList();

        var lines = sentences.GroupBy(text => text.Language!).Where(language => language.Key != "en")
            .Select(language => (Code: language.Key, Rarity: WordRarity.OfSentences([.. language.Select(text => text.Text)])))
            .Append((Code: "en", Rarity: WordRarity.OfArticles([.. articles.Select(text => text.Text)])))
            .OrderBy(language => language.Code, StringComparer.Ordinal)
            .SelectMany(language => language.Rarity.GroupBy(word => word.Tenths).OrderBy(group => group.Key)
                .Select(group => $"{language.Code}\t{group.Key}\t{string.Join(' ', group.Select(word => word.Word).Order(StringComparer.Ordinal))}\n"))
            .ToList();

        var table = Encoding.UTF8.GetBytes(string.Concat(lines));
        var words = lines.Sum(line => line.Count(character => character == ' ') + 1);
        Manifest.Write(outputPath, table, inputs, licence, new Dictionary<string, double> { ["words"] = words, ["articles"] = articles.Count });
        Console.WriteLine($"{outputPath}: {table.Length} bytes, {words} words");

        List<LabelledText> Read(string name)
        {
            var path = Path.Combine(folder, name);
            var texts = LabelledText.Read(path);
            inputs.Add(InputFile.Pin(path, texts.Count));
            return texts;
        }
    }
}
