using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dateline.Training;

/// <summary>What a model was made of and how good it is; written beside the model.</summary>
internal sealed record Manifest
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required string Model { get; init; }

    /// <summary>Of the model file.</summary>
    public required string Sha256 { get; init; }

    public required int Bytes { get; init; }

    public required IReadOnlyList<InputFile> Inputs { get; init; }

    /// <summary>What is known about the terms of the inputs. The model holds counts, no text.</summary>
    public required string Licence { get; init; }

    public required IReadOnlyDictionary<string, double> Figures { get; init; }

    public static Manifest Read(string path) =>
        JsonSerializer.Deserialize<Manifest>(File.ReadAllText(path), Format) ?? throw new InvalidDataException($"{path} holds no manifest.");

    /// <exception cref="InvalidDataException">The inputs are not those that the model was made of.</exception>
    public void Expect(IReadOnlyList<InputFile> inputs)
    {
        foreach (var input in inputs)
        {
            if (Inputs.FirstOrDefault(known => known.Name == input.Name) is not { } pinned)
                throw new InvalidDataException($"{input.Name} is not among the inputs of {Model}: {string.Join(", ", Inputs.Select(known => known.Name))}. Train without --pinned to make a new model of it.");
            if (pinned.Sha256 != input.Sha256)
                throw new InvalidDataException($"{input.Name} is not what {Model} was made of: its SHA-256 is {input.Sha256} and the manifest has {pinned.Sha256}. Get the pinned data, or train without --pinned.");
        }

        if (Inputs.Where(pinned => inputs.All(input => input.Name != pinned.Name)).Select(pinned => pinned.Name).ToList() is [_, ..] missing)
            throw new InvalidDataException($"{Model} was also made of {string.Join(", ", missing)}. Give them, or train without --pinned.");
    }

    /// <summary>Writes the model and its manifest.</summary>
    public static void Write(
        string path, byte[] model, IReadOnlyList<InputFile> inputs, string licence, IReadOnlyDictionary<string, double> figures)
    {
        var manifest = new Manifest
        {
            Model = Path.GetFileName(path),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(model)),
            Bytes = model.Length,
            Inputs = inputs,
            Licence = licence,
            Figures = figures,
        };
        File.WriteAllBytes(path, model);
        File.WriteAllText(Path.ChangeExtension(path, "manifest.json"), JsonSerializer.Serialize(manifest, Format) + "\n");
    }
}
