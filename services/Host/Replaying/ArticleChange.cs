using System.Globalization;
using Dateline.Contracts;
using Dateline.Parser;
using Dateline.Storage.Search;

namespace Dateline.Host.Replaying;

/// <summary>What the current parser makes of a document, beside the article that an earlier one made of it.</summary>
internal sealed record ArticleChange
{
    public required Guid DocumentId { get; init; }

    public string? Name { get; init; }

    /// <summary>What the stored article was parsed with.</summary>
    public string? StoredVersion { get; init; }

    public string CurrentVersion { get; init; } = DocumentParser.Version;

    /// <summary>What differs: body, title, authors, published, modified, lost, found, reason, or content where the raw bytes are gone. Empty for nothing.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>The differences in words, one for each of <see cref="Changed"/>.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    public static ArticleChange Of(Guid documentId, string? name, ArticleView stored, Article current)
    {
        var list = new List<(string Changed, string Detail)>();
        if (Differ(stored.Blocks.Select(block => block.Text), current.Blocks.Select(block => block.Text)))
            list.Add(("body", Body(stored.Text, current.Text)));
        if (stored.Title != current.Title)
            list.Add(("title", $"\"{stored.Title}\" → \"{current.Title}\""));
        if (Differ(stored.Authors, current.Authors))
            list.Add(("authors", $"{Names(stored.Authors)} → {Names(current.Authors)}"));
        Add(list, "published", stored.PublishedAt, current.Published);
        Add(list, "modified", stored.ModifiedAt, current.Modified);
        return new ArticleChange
        {
            DocumentId = documentId,
            Name = name,
            StoredVersion = stored.ParserVersion,
            Changed = [.. list.Select(one => one.Changed)],
            Details = [.. list.Select(one => one.Detail)],
        };
    }

    private static void Add(List<(string Changed, string Detail)> list, string what, DateTime? stored, DateEvidence? current)
    {
        if (stored != current?.Value.UtcDateTime)
            list.Add((what, $"{Moment(stored)} → {Moment(current?.Value.UtcDateTime)}{(current is null ? "" : $" ({current.Source})")}"));
    }

    private static bool Differ(IEnumerable<string> one, IEnumerable<string> other) => !one.SequenceEqual(other, StringComparer.Ordinal);

    private static string Body(string stored, string current)
    {
        var (before, after) = (Words(stored), Words(current));
        var shared = before.CountBy(word => word).Join(after.CountBy(word => word), pair => pair.Key, pair => pair.Key, (one, other) => Math.Min(one.Value, other.Value)).Sum();
        return string.Create(CultureInfo.InvariantCulture, $"{before.Length} → {after.Length} words, {before.Length - shared} gone, {after.Length - shared} new");
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Names(IReadOnlyList<string> authors) => authors.Count == 0 ? "nobody" : string.Join(", ", authors);

    private static string Moment(DateTime? at) => at?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "undated";
}
