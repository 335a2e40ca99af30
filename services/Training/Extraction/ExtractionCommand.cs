using System.CommandLine;
using System.Text.Json;
using Dateline.Parser;
using Dateline.Parser.Body;
using Dateline.Parser.Html;

namespace Dateline.Training.Extraction;

/// <summary>Trains the model that finds an article's text on its page, and measures it on sites that it did not see.</summary>
internal static class ExtractionCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder of sets, each a folder with gold.jsonl and the pages in html.", Required = true };
        var sets = new Option<string[]>("--set") { Description = "A set to train on; may be given again.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "The model file to write; its manifest is written beside it.", Required = true };
        var licence = new Option<string>("--licence") { Description = "The terms of the data, for the manifest.", Required = true };
        var misses = new Option<FileInfo?>("--misses") { Description = "Writes what held-out pages lack and have too much to this file." };
        var heldOut = new Option<FileInfo?>("--held-out") { Description = "Writes the text of each held-out page to this file, an object with path and text a line, to compare with other extractors page by page." };
        var pinned = new Option<FileInfo?>("--pinned") { Description = "A manifest: refuses to train on other inputs than it names." };
        var command = new Command("extraction", "Trains the body model.") { data, sets, output, licence, misses, heldOut, pinned };
        command.SetAction(arguments => Run(
            [.. arguments.GetRequiredValue(sets).Select(set => Path.Combine(arguments.GetRequiredValue(data).FullName, set))],
            arguments.GetRequiredValue(output).FullName,
            arguments.GetRequiredValue(licence),
            arguments.GetValue(misses)?.FullName,
            arguments.GetValue(heldOut)?.FullName,
            arguments.GetValue(pinned)?.FullName));
        return command;
    }

    /// <exception cref="InvalidDataException">The inputs are not those of the manifest that pins them.</exception>
    internal static void Run(IReadOnlyList<string> sets, string output, string licence, string? missesPath, string? heldOutPath, string? pinnedPath, int trees = 220)
    {
        var inputs = sets.SelectMany(Pins).ToList();
        if (pinnedPath is not null)
            Manifest.Read(pinnedPath).Expect(inputs);

        var pages = sets.SelectMany(GoldPage.Read).AsParallel().AsOrdered().Select(TrainingPage.Read).OfType<TrainingPage>().ToList();
        Console.Error.WriteLine($"{pages.Count} pages, {pages.Sum(page => page.Passages.Count)} passages, {Features.Count} features");
        var (heldOut, model) = new BodyTrainer(trees, leaves: 32, rate: 0.08f).Train(pages);
        var figures = Measure(pages, heldOut);
        using var bytes = new MemoryStream();
        model.Save(bytes);
        Manifest.Write(output, bytes.ToArray(), inputs, licence, figures);
        if (missesPath is not null)
            File.WriteAllLines(missesPath, pages.SelectMany((page, i) => Misses.Of(page, heldOut[i])));
        if (heldOutPath is not null)
            File.WriteAllLines(heldOutPath, pages.Select((page, i) => JsonSerializer.Serialize(new { path = page.Gold.Path, text = Text(page, heldOut[i]) })));
        foreach (var (name, value) in figures)
            Console.WriteLine($"{name}: {value:0.0000}");
        Console.WriteLine($"{output}: {bytes.Length} bytes");
    }

    private static IEnumerable<InputFile> Pins(string set)
    {
        var name = Path.GetFileName(set);
        yield return InputFile.Pin(Path.Combine(set, "gold.jsonl"), GoldPage.Read(set).Count()) with { Name = $"{name}/gold.jsonl" };
        yield return InputFile.PinFolder(Path.Combine(set, "html"), "*") with { Name = $"{name}/html" };
    }

    private static Dictionary<string, double> Measure(List<TrainingPage> pages, float[][] scores)
    {
        var figures = new Dictionary<string, double>();
        foreach (var set in pages.Index().GroupBy(page => page.Item.Gold.Set))
        {
            var measured = new BodyFigures();
            var best = new BodyFigures();
            foreach (var (i, page) in set)
            {
                measured.Add(page.Gold, Text(page, scores[i]));
                best.Add(page.Gold, Text(page, page.Labels));
            }

            var hasText = set.First().Item.Gold.Text is not null;
            figures[$"{set.Key} f1, sites held out"] = hasText ? measured.F1 : measured.PieceF1;
            figures[$"{set.Key} precision"] = hasText ? measured.Precision : measured.PiecePrecision;
            if (!hasText)
                continue;
            figures[$"{set.Key} recall"] = measured.Recall;
            figures[$"{set.Key} f1 with the gold's labels"] = best.F1;
            figures[$"{set.Key} pages below 0.5"] = measured.Pages.Count(page => 2 * page.Precision * page.Recall / Math.Max(1e-9, page.Precision + page.Recall) < 0.5);
        }

        return figures;
    }

    private static string Text(TrainingPage page, float[] scores)
    {
        var blocks = BlockFilter.Clean(BlockAssembly.Join(ArticleBody.Choose(page.Passages, scores)), page.Hints.Title, new Draft());
        return string.Join("\n\n", blocks.Select(block => block.Text));
    }
}
