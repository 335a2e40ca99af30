using System.Text.Json;

namespace Dateline.Enricher;

/// <summary>A model file inside the assembly, with the manifest that says what it was made of.</summary>
internal sealed record EmbeddedModel(string Name)
{
    public static readonly EmbeddedModel Languages = new("languages.bin");

    public static readonly EmbeddedModel Words = new("words.tsv");

    /// <summary>The model's SHA-256 as the training tool wrote it.</summary>
    public string Hash
    {
        get
        {
            using var manifest = JsonDocument.Parse(Open(Path.ChangeExtension(Name, "manifest.json")));
            return manifest.RootElement.GetProperty("sha256").GetString()!;
        }
    }

    public string ShortHash => Hash[..8];

    public Stream Open() => Open(Name);

    public static Stream Open(string name) =>
        typeof(EmbeddedModel).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The assembly was built without its resource {name}.");
}
