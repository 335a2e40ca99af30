namespace Dateline.Parser.Body;

/// <summary>How far each passage agrees with what the page's metadata says, and with other passages.</summary>
internal sealed class Evidence
{
    /// <summary>Characters; shorter lines agree by chance.</summary>
    private const int MinAgreement = 30;

    private readonly IReadOnlyList<Passage> passages;
    private readonly string title;
    private readonly LetterRuns? titleRuns;
    private readonly LetterRuns? description;
    private readonly LetterRuns? articleBody;
    private readonly Dictionary<string, int> copies = new(StringComparer.Ordinal);
    private readonly List<ulong> runs = [];
    private readonly int firstAgreed = -1;
    private readonly int lastAgreed;

    public Evidence(IReadOnlyList<Passage> passages, PageHints hints)
    {
        this.passages = passages;
        title = hints.Title ?? "";
        titleRuns = Lettering.Count(title) >= 12 ? new LetterRuns(title) : null;
        description = hints.Description is { Length: > 20 } summary ? new LetterRuns(summary) : null;
        articleBody = hints.ArticleBody is { Length: > 100 } body ? new LetterRuns(body) : null;
        for (var i = 0; i < passages.Count; i++)
        {
            copies[passages[i].Text] = copies.GetValueOrDefault(passages[i].Text) + 1;
            if (articleBody is not null && passages[i].Length >= MinAgreement && articleBody.Share(LetterRuns.Of(passages[i].Text, runs)) > 0.8f)
                (firstAgreed, lastAgreed) = (firstAgreed < 0 ? i : firstAgreed, i);
        }
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
            copies[text],
            firstAgreed < 0 ? -1000 : i - firstAgreed,
            firstAgreed < 0 ? -1000 : i - lastAgreed);
    }
}
