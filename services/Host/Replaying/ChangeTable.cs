using System.Text.Json;
using Dateline.Parser;

namespace Dateline.Host.Replaying;

/// <summary>Shows people, or programs, what a replay would change. Plain lines of any length: they are searched and piped.</summary>
internal static class ChangeTable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void Write(IReadOnlyList<ArticleChange> changes)
    {
        foreach (var change in changes.Where(change => change.Changed.Count > 0))
        {
            Console.WriteLine($"{change.Name ?? "(no name)"}   {change.DocumentId}   parsed with {change.StoredVersion ?? "none"}, now {change.CurrentVersion}");
            foreach (var (what, detail) in change.Changed.Zip(change.Details))
                Console.WriteLine($"  {what}: {detail}");
        }
    }

    public static void WriteSummary(IReadOnlyList<ArticleChange> changes, int selected)
    {
        var kinds = changes.SelectMany(change => change.Changed).CountBy(what => what).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Value} {Phrase(pair.Key)}");
        Console.WriteLine($"{changes.Count} of {selected} selected documents parsed again with {DocumentParser.Version}: "
            + string.Join(", ", [$"{changes.Count(change => change.Changed.Count == 0)} unchanged", .. kinds]));
    }

    public static void WriteJson(IReadOnlyList<ArticleChange> changes)
    {
        foreach (var change in changes)
            Console.WriteLine(JsonSerializer.Serialize(change, Json));
    }

    private static string Phrase(string changed) => changed switch
    {
        "body" => "with another body",
        "title" => "with another title",
        "authors" => "with other authors",
        "published" => "whose date moves",
        "modified" => "whose date of change moves",
        "lost" => "that would be no article any more",
        "found" => "that would become an article",
        "reason" => "rejected for another reason",
        _ => "whose raw content is gone",
    };
}
