using System.CommandLine;
using Dateline.Enricher.Language;

namespace Dateline.Training.Language;

/// <summary>Trains the language model and measures it on the texts it did not see.</summary>
internal static class LanguageCommand
{
    private const string DataFile = "lang_sentences.jsonl";

    /// <summary>English articles beside the sentences: with as little as the others have, one short headline in six was missed.</summary>
    private const string EnglishFile = "geo_lgl.jsonl";

    /// <summary>Of English articles, in code units: some twenty times what the other languages have.</summary>
    private const int EnglishLength = 1_500_000;

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = $"Folder with {DataFile} and {EnglishFile}.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "The model file to write; its manifest is written beside it.", Required = true };
        var licence = new Option<string>("--licence") { Description = "The terms of the data, for the manifest.", Required = true };
        var heldOut = new Option<FileInfo?>("--held-out") { Description = "Writes the numbers of the held-out lines, from 0, to this file." };
        var command = new Command("language", "Trains the language model.") { data, output, licence, heldOut };
        command.SetAction(arguments => Run(
            Path.Combine(arguments.GetRequiredValue(data).FullName, DataFile),
            arguments.GetRequiredValue(output).FullName,
            arguments.GetRequiredValue(licence),
            arguments.GetValue(heldOut)?.FullName));
        return command;
    }

    private static void Run(string dataPath, string outputPath, string licence, string? heldOutPath)
    {
        var texts = LabelledText.Read(dataPath);
        if (heldOutPath is not null)
            File.WriteAllLines(heldOutPath, texts.Index().Where(text => text.Item.HeldOut).Select(text => $"{text.Index}"));

        var englishPath = Path.Combine(Path.GetDirectoryName(dataPath)!, EnglishFile);
        var english = LabelledText.Read(englishPath);
        var length = 0;
        var model = LanguageTrainer.Train(
        [
            .. texts.Where(text => !text.HeldOut),
            .. english.TakeWhile(text => (length += text.Text.Length) < EnglishLength).Select(text => text with { Language = "en" }),
        ]);
        var figures = LanguageEvaluation.Measure(model, [.. texts.Where(text => text.HeldOut)]);
        using var bytes = new MemoryStream();
        model.Save(bytes);
        Manifest.Write(outputPath, bytes.ToArray(), [InputFile.Pin(dataPath, texts.Count), InputFile.Pin(englishPath, english.Count)], licence, figures);
        Console.WriteLine($"{outputPath}: {bytes.Length} bytes, {model.Languages.Count} languages, {model.Features.Count} n-grams");
    }
}
