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
