namespace Dateline.Parser.Body;

/// <summary>How far each passage agrees with what the page's metadata says, and with other passages.</summary>
internal sealed class Evidence
{
    private readonly IReadOnlyList<Passage> passages;
    private readonly string title;
    private readonly LetterRuns? titleRuns;
    private readonly LetterRuns? description;
    private readonly LetterRuns? articleBody;
    private readonly Dictionary<string, int> copies = new(StringComparer.Ordinal);

    public Evidence(IReadOnlyList<Passage> passages, PageHints hints)
    {
        this.passages = passages;
        title = Letters(hints.Title ?? "");
        titleRuns = title.Length >= 12 ? new LetterRuns(title) : null;
        description = hints.Description is { Length: > 20 } summary ? new LetterRuns(summary) : null;
        articleBody = hints.ArticleBody is { Length: > 100 } body ? new LetterRuns(body) : null;
        foreach (var passage in passages)
            copies[passage.Text] = copies.GetValueOrDefault(passage.Text) + 1;
    }

    public bool IsTitle(string text) => title.Length > 0 && text.Length < 400 && Letters(text).Equals(title, StringComparison.OrdinalIgnoreCase);

    public void Add(FeatureRow row, int i)
    {
        var text = passages[i].Text;
        row.Add(
            IsTitle(text) ? 1 : 0,
            titleRuns is null || text.Length > 400 ? -1 : titleRuns.Share(text),
            description is null ? -1 : description.Share(text),
            articleBody is null ? -1 : articleBody.Share(text),
            copies[text]);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
