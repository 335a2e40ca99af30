using System.CommandLine;
using Dateline.Enricher.Language;

namespace Dateline.Training.Language;

/// <summary>Trains the language model and measures it on the texts it did not see.</summary>
internal static class LanguageCommand
{
    private const string DataFile = "lang_sentences.jsonl";

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = $"Folder with {DataFile}.", Required = true };
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

        var model = LanguageTrainer.Train([.. texts.Where(text => !text.HeldOut)]);
        var figures = LanguageEvaluation.Measure(model, [.. texts.Where(text => text.HeldOut)]);
        using var bytes = new MemoryStream();
        model.Save(bytes);
        Manifest.Write(outputPath, bytes.ToArray(), [InputFile.Pin(dataPath, texts.Count)], licence, figures);
        Console.WriteLine($"{outputPath}: {bytes.Length} bytes, {model.Languages.Count} languages, {model.Features.Count} n-grams");
    }
}
