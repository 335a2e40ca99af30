using Dateline.Storage.Data;

namespace Dateline.Storage.Stories;

/// <summary>A story while articles are put into it.</summary>
internal sealed class Story(StoryRow row)
{
    /// <summary>The heaviest words of an article are enough to find its story by.</summary>
    private const int KeyTerms = 12;

    private readonly Dictionary<string, DateTime> terms = new(StringComparer.Ordinal);

    public StoryRow Row { get; } = row;

    public TermWeights Gist { get; private set; } = TermWeights.Read(row.Gist);

    /// <summary>Words to be indexed, with the newest member's time.</summary>
    public IReadOnlyDictionary<string, DateTime> IndexedTerms => terms;

    public static IEnumerable<string> KeysOf(TermWeights gist) => gist.Terms.Take(KeyTerms);

    public static Story Of(Guid id, StoryMember first, TermWeights gist)
    {
        var story = new Story(new StoryRow
        {
            Id = id,
            FirstSeen = first.At,
            LastSeen = first.At,
            FirstArticle = first.Id,
            BestArticle = first.Id,
            BestScore = -1,
            Gist = "",
        });
        story.Join(first, gist);
        return story;
    }

    public void Join(StoryMember article, TermWeights gist)
    {
        Gist = Gist.Plus(gist);
        Row.Gist = Gist.Write();
        Row.Members++;
        if (article.At < Row.FirstSeen)
            (Row.FirstSeen, Row.FirstArticle) = (article.At, article.Id);
        if (article.At > Row.LastSeen)
            Row.LastSeen = article.At;
        if (article.Score > Row.BestScore)
            (Row.BestScore, Row.BestArticle) = (article.Score, article.Id);
        foreach (var term in KeysOf(gist))
            terms[term] = Row.LastSeen;
    }
}
