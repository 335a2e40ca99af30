using System.Text.Json;

namespace Dateline.Benchmarks.Extraction;

/// <summary>A page with the text that people found in it.</summary>
internal sealed record GoldPage(byte[] Bytes, string? Url, string Text)
{
    /// <param name="folder">With <c>gold.jsonl</c>, a line <c>{"file", "url", "text"}</c> for each page, and the pages in <c>html</c>.</param>
    public static List<GoldPage> Read(string folder)
    {
        var pages = new List<GoldPage>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "gold.jsonl")))
        {
            using var gold = JsonDocument.Parse(line);
            if (gold.RootElement.TryGetProperty("text", out var text) && text.GetString() is { Length: > 0 } words)
                pages.Add(new GoldPage(
                    File.ReadAllBytes(Path.Combine(folder, "html", gold.RootElement.GetProperty("file").GetString()!)),
                    gold.RootElement.TryGetProperty("url", out var url) && url.GetString() is { Length: > 0 } address ? address : null, words));
        }

        return pages.Count > 0 ? pages : throw new InvalidOperationException($"{folder}/gold.jsonl names no page with a text.");
    }
}
