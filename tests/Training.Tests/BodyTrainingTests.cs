using System.Text.Json;
using Dateline.Testing;
using Dateline.Training.Extraction;

namespace Dateline.Training.Tests;

/// <summary>The body model is made of pinned pages and comes out the same, byte for byte, however often it is made.</summary>
public sealed class BodyTrainingTests : IDisposable
{
    private readonly ScratchFolder folder = new("training");

    public BodyTrainingTests()
    {
        Directory.CreateDirectory(folder.Combine("pages", "html"));
        using var gold = File.CreateText(folder.Combine("pages", "gold.jsonl"));
        for (var i = 0; i < 20; i++)
        {
            string[] paragraphs = [.. Enumerable.Range(0, 4).Select(at => Prose.Paragraph((4 * i) + at))];
            var story = string.Concat(paragraphs.Select(paragraph => $"<p>{paragraph}</p>"));
            var links = string.Concat(Enumerable.Range(0, 12).Select(at => $"<li><a href='/{at}'>{Prose.Paragraph(900 + at)[..40]}</a></li>"));
            File.WriteAllText(folder.Combine("pages", "html", $"{i}.html"), $"<html><head><title>Report {i}</title></head><body><nav><ul>{links}</ul></nav><div class='story'>{story}</div><footer><p>All rights reserved</p></footer></body></html>");
            gold.WriteLine(JsonSerializer.Serialize(new { id = $"{i}", file = $"{i}.html", url = $"https://site{i}.example/{i}", text = string.Join("\n\n", paragraphs) }));
        }
    }

    [Fact]
    public void The_same_pages_make_the_same_model()
    {
        Train("one.bin");
        Train("two.bin");

        File.ReadAllBytes(folder.Combine("two.bin")).ShouldBe(File.ReadAllBytes(folder.Combine("one.bin")));
    }

    [Fact]
    public void The_manifest_pins_the_model_the_gold_and_the_pages_and_tells_how_good_it_is()
    {
        Train("body.bin");

        var manifest = Manifest.Read(folder.Combine("body.manifest.json"));
        manifest.Sha256.ShouldBe(InputFile.Pin(folder.Combine("body.bin"), 0).Sha256);
        string.Join(", ", manifest.Inputs.Select(input => $"{input.Name} {input.Texts}")).ShouldBe("pages/gold.jsonl 20, pages/html 20");
        manifest.Figures["pages f1, sites held out"].ShouldBeGreaterThan(0.8);
        manifest.Licence.ShouldBe("our own");
    }

    [Fact]
    public void Pinned_training_takes_the_same_pages()
    {
        Train("body.bin");

        Should.NotThrow(() => Train("again.bin", pinned: "body.manifest.json"));
    }

    [Fact]
    public void Pinned_training_refuses_a_page_that_was_changed()
    {
        Train("body.bin");
        File.AppendAllText(folder.Combine("pages", "html", "7.html"), " ");

        Should.Throw<InvalidDataException>(() => Train("again.bin", pinned: "body.manifest.json")).Message.ShouldStartWith("pages/html is not what body.bin was made of");
        File.Exists(folder.Combine("again.bin")).ShouldBeFalse();
    }

    [Fact]
    public void Pinned_training_refuses_other_sets()
    {
        Train("body.bin");
        Directory.Move(folder.Combine("pages"), folder.Combine("others"));

        Should.Throw<InvalidDataException>(() => Train("again.bin", pinned: "body.manifest.json", set: "others")).Message.ShouldStartWith("others/gold.jsonl is not among the inputs of body.bin");
    }

    [Fact]
    public void Every_page_is_read_by_a_model_that_did_not_see_its_site()
    {
        Train("body.bin");

        var texts = File.ReadAllLines(folder.Combine("held-out.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        texts.Select(text => Path.GetFileName(text.GetProperty("path").GetString())).ShouldBe(Enumerable.Range(0, 20).Select(i => $"{i}.html"), ignoreOrder: true);
        texts.ShouldAllBe(text => text.GetProperty("text").GetString()!.Length > 0);
    }

    /// <summary>One that pins the gold but not the pages would be made of other pages, and nobody would know.</summary>
    [Fact]
    public void The_shipped_manifest_pins_the_gold_and_the_pages_of_each_set()
    {
        var inputs = Manifest.Read(SolutionRoot.Combine("services", "Parser", "Body", "body.manifest.json")).Inputs.Select(input => input.Name).ToList();

        inputs.Where(name => name.EndsWith("/gold.jsonl", StringComparison.Ordinal)).ShouldNotBeEmpty();
        inputs.Where(name => name.EndsWith("/html", StringComparison.Ordinal)).Select(name => name[..^5])
            .ShouldBe(inputs.Where(name => name.EndsWith("/gold.jsonl", StringComparison.Ordinal)).Select(name => name[..^11]));
    }

    private void Train(string model, string? pinned = null, string set = "pages") =>
        ExtractionCommand.Run([folder.Combine(set)], folder.Combine(model), "our own", null, folder.Combine("held-out.jsonl"), pinned is null ? null : folder.Combine(pinned), trees: 12);

    public void Dispose() => folder.Dispose();
}
