using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Dateline.Training;

/// <summary>One line of a data file: a text and, when somebody labelled it, its language.</summary>
internal sealed record LabelledText(string Text, string? Language)
{
    /// <summary>One text in twenty is never trained on. Chosen by its own bytes, so that the choice survives reordering.</summary>
    public bool HeldOut { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(Text))[0] % 20 == 0;

    /// <summary>Reads lines of the form <c>{"title"?, "text", "gold": {"language"?}}</c>.</summary>
    public static List<LabelledText> Read(string path)
    {
        var texts = new List<LabelledText>();
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var language = root.TryGetProperty("gold", out var gold) && gold.ValueKind == JsonValueKind.Object && gold.TryGetProperty("language", out var label)
                ? label.GetString()
                : null;
            var title = root.TryGetProperty("title", out var named) ? named.GetString() + "\n" : "";
            texts.Add(new LabelledText(title + root.GetProperty("text").GetString(), language));
        }

        return texts;
    }
}
