using Dateline.Storage.Data;

namespace Dateline.Storage.Stories;

/// <summary>
/// Puts articles into stories as they come: into the most similar one, or into a new one. Knows no database: stories that share a
/// word with the articles of a batch are put in before.
/// </summary>
internal sealed class StorySearch
{
    /// <summary>Least similarity of an article to a story. Chosen on the tune set's orders and halves; 0.14 to 0.18 score alike.</summary>
    private const double LeastSimilarity = 0.15;

    /// <summary>
    /// More similarity is asked for by a story of e times as many members: the more it has of all sorts of words, the more resembles it a
    /// little. Of 3 400 unrelated texts a fifth less then lie in stories of six and more, and the tune set loses less than a point.
    /// </summary>
    private const double SimilarityForSize = 0.02;

    /// <summary>An event that nobody has reported for so long has ended: what reads alike is another one.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(60);

    /// <summary>After this time without a report twice the similarity is asked for.</summary>
    private static readonly TimeSpan Fading = TimeSpan.FromDays(60);

    /// <summary>How many stories are compared word by word: of those that share several of the heaviest words, and of all.</summary>
    private const int MostCandidates = 60;

    /// <summary>
    /// Of the stories that share one word only, no more are looked at than fill this number: where 1 400 articles come a day, 60 could
    /// always be had, and reading them was nine tenths of what storing cost.
    /// </summary>
    private const int MostByOneWord = 12;

    private readonly Dictionary<string, HashSet<Guid>> index = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Story> stories = [];
    private readonly HashSet<Story> changed = [];

    public IReadOnlyCollection<Story> Changed => changed;

    public void AddTerm(string term, Guid story)
    {
        if (!index.TryGetValue(term, out var list))
            index.Add(term, list = []);
        list.Add(story);
    }

    public void AddStory(StoryRow row) => stories.TryAdd(row.Id, new Story(row));

    /// <summary>Chooses the article's story and puts it in.</summary>
    /// <param name="article">A new one.</param>
    /// <param name="original">Story of the article that it is a copy of.</param>
    public Guid Join(ArticleRow article, Guid? original)
    {
        var gist = TermWeights.Read(article.Gist);
        var story = original is { } id && stories.TryGetValue(id, out var known) ? known : MostSimilar(article, gist);
        if (story is null)
            stories.Add(article.Id, story = Story.Of(article.Id, StoryMember.Of(article), gist));
        else
            story.Join(StoryMember.Of(article), gist);

        changed.Add(story);
        foreach (var term in Story.KeysOf(gist))
            AddTerm(term, story.Row.Id);
        return story.Row.Id;
    }

    /// <summary>The stories that share most of a gist's heaviest words, as far as they are indexed here.</summary>
    public IEnumerable<Guid> Candidates(TermWeights gist) => Story.KeysOf(gist)
        .SelectMany(term => index.TryGetValue(term, out var list) ? list : [])
        .CountBy(id => id)
        .OrderByDescending(hits => hits.Value).ThenBy(hits => hits.Key)
        .Take(MostCandidates)
        .Where((hits, i) => hits.Value > 1 || i < MostByOneWord)
        .Select(hits => hits.Key);

    private Story? MostSimilar(ArticleRow article, TermWeights gist)
    {
        Story? best = null;
        var similarity = 0.0;
        foreach (var id in Candidates(gist))
        {
            if (stories.TryGetValue(id, out var story) && Similarity(story, article.SortAt, gist) is var found
                && found >= LeastSimilarity + SimilarityForSize * Math.Log(story.Row.Members)
                && (found > similarity || found == similarity && Older(story, best!)))
            {
                (best, similarity) = (story, found);
            }
        }

        return best;
    }

    private static double Similarity(Story story, DateTime at, TermWeights gist)
    {
        var gap = at > story.Row.LastSeen ? at - story.Row.LastSeen : at < story.Row.FirstSeen ? story.Row.FirstSeen - at : TimeSpan.Zero;
        return gap > Window ? 0 : story.Gist.SimilarityTo(gist) * Math.Pow(0.5, gap / Fading);
    }

    private static bool Older(Story story, Story than) =>
        (story.Row.FirstSeen, story.Row.Id).CompareTo((than.Row.FirstSeen, than.Row.Id)) < 0;
}
