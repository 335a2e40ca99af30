using System.Text.Json;

namespace Dateline.Training.Extraction;

/// <summary>A page whose article is known: all of its text, or pieces that belong to it and pieces that do not.</summary>
internal sealed record GoldPage(string Set, string Path, string Site, string? Text, string? OtherText, IReadOnlyList<string> With, IReadOnlyList<string> Without)
{
    /// <summary>Reads a set: a folder with gold.jsonl and a folder html.</summary>
    public static IEnumerable<GoldPage> Read(string folder)
    {
        foreach (var line in File.ReadLines(System.IO.Path.Combine(folder, "gold.jsonl")))
        {
            using var gold = JsonDocument.Parse(line);
            var page = gold.RootElement;
            var path = System.IO.Path.Combine(folder, "html", page.GetProperty("file").GetString()!);
            if (File.Exists(path))
                yield return new GoldPage(System.IO.Path.GetFileName(folder), path, SiteOf(page), Field(page, "text"), Field(page, "text_alt"), Fields(page, "with"), Fields(page, "without"));
        }
    }

    /// <summary>The registered domain, as far as can be told without a list of suffixes: pages of one site must not be parted.</summary>
    private static string SiteOf(JsonElement page)
    {
        if (!Uri.TryCreate(Field(page, "url"), UriKind.Absolute, out var url))
            return Field(page, "id")!;

        var labels = url.Host.ToLowerInvariant().Split('.');
        var isSecondLevel = labels.Length > 2 && labels[^1].Length == 2 && labels[^2].Length <= 3;
        return string.Join('.', labels[^Math.Min(labels.Length, isSecondLevel ? 3 : 2)..]);
    }

    private static string? Field(JsonElement page, string name) =>
        page.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IReadOnlyList<string> Fields(JsonElement page, string name) =>
        page.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [];
}
