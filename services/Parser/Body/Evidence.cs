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
    private readonly List<ulong> runs = [];

    public Evidence(IReadOnlyList<Passage> passages, PageHints hints)
    {
        this.passages = passages;
        title = hints.Title ?? "";
        titleRuns = Lettering.Count(title) >= 12 ? new LetterRuns(title) : null;
        description = hints.Description is { Length: > 20 } summary ? new LetterRuns(summary) : null;
        articleBody = hints.ArticleBody is { Length: > 100 } body ? new LetterRuns(body) : null;
        foreach (var passage in passages)
            copies[passage.Text] = copies.GetValueOrDefault(passage.Text) + 1;
    }

    public bool IsTitle(string text) => text.Length < 400 && Lettering.AreEqual(text, title) && Lettering.HasAny(title);

    public void Add(FeatureRow row, int i)
    {
        var text = passages[i].Text;
        if (titleRuns is not null || description is not null || articleBody is not null)
            LetterRuns.Of(text, runs);
        row.Add(
            IsTitle(text) ? 1 : 0,
            titleRuns is null || text.Length > 400 ? -1 : titleRuns.Share(runs),
            description is null ? -1 : description.Share(runs),
            articleBody is null ? -1 : articleBody.Share(runs),
            copies[text]);
    }
}
