using System.Security.Cryptography;
using System.Text.Json;

namespace Dateline.Enricher.Tests;

public sealed class EmbeddedModelTests
{
    public static TheoryData<string> Models => ["languages.bin", "words.tsv"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Is_the_file_that_its_manifest_describes(string name)
    {
        var model = new EmbeddedModel(name);
        using var file = model.Open();

        Convert.ToHexStringLower(SHA256.HashData(file)).ShouldBe(model.Hash);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Names_its_inputs_by_hash(string name)
    {
        using var manifest = JsonDocument.Parse(EmbeddedModel.Open(Path.ChangeExtension(name, "manifest.json")));

        foreach (var input in manifest.RootElement.GetProperty("inputs").EnumerateArray())
            input.GetProperty("sha256").GetString()!.Length.ShouldBe(64);
    }

    [Fact]
    public void Is_part_of_the_version()
    {
        ArticleEnricher.Version.ShouldContain(EmbeddedModel.Languages.ShortHash);
        ArticleEnricher.Version.ShouldContain(EmbeddedModel.Words.ShortHash);
    }
}
