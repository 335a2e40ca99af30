using Dateline.Storage.Articles;
using Dateline.Storage.Data;
using Dateline.Storage.Duplicates;
using Dateline.Storage.Stories;

namespace Dateline.Benchmarks.Archives.Loading;

/// <summary>
/// Answers from memory what the archive would be asked about a batch: the stories that go on and the articles that are copied are
/// known from the wire, so that loading a million of them asks the database nothing.
/// </summary>
internal sealed class RecentNews(NewsWire wire)
{
    /// <summary>What an archive without articles would answer.</summary>
    public static ArchiveState Nothing => new RecentNews(new NewsWire(1)).Before([]);

    /// <summary>Copies of an article come within a few times the wire's window; later ones would be looked for in vain.</summary>
    private readonly long kept = 12L * wire.Recent;

    private readonly Dictionary<long, Guid> storyOf = [];
    private readonly Dictionary<Guid, RecentStory> stories = [];
    private readonly Dictionary<long, List<(ArticleRow Row, CopyCandidate Candidate)>> texts = [];

    public ArchiveState Before(IReadOnlyList<long> numbers)
    {
        var (copies, search) = (new CopySearch(), new StorySearch());
        var originals = new Dictionary<string, KnownArticle>(StringComparer.Ordinal);
        foreach (var original in numbers.Select(n => wire.OriginalOf(n) ?? n).Distinct().Where(texts.ContainsKey))
        {
            foreach (var (row, candidate) in texts[original])
            {
                copies.AddArticle(candidate);
                if (row.DuplicateOf is null)
                    originals.TryAdd(row.CopyKey, row.ToKnown());
            }
        }

        foreach (var id in numbers.Select(wire.StoryOf).Distinct().Where(storyOf.ContainsKey).Select(root => storyOf[root]).Distinct())
        {
            search.AddStory(stories[id].Row);
            foreach (var term in stories[id].Terms.Keys)
                search.AddTerm(term, id);
        }

        return new ArchiveState
        {
            Arrivals = [],
            Articles = new Dictionary<Guid, KnownArticle>(),
            Tombstones = new Dictionary<Guid, TombstoneRow>(),
            Contents = new Dictionary<Guid, StoredContent>(),
            Originals = originals,
            Copied = new HashSet<Guid>(),
            Copies = copies,
            Stories = search,
        };
    }

    /// <summary>Takes up what was decided. A story is written once, when nothing can join it any more.</summary>
    public void After(IReadOnlyList<long> numbers, IReadOnlyList<IncomingArticle> batch, StorePlan plan)
    {
        foreach (var story in plan.Stories)
            stories.TryAdd(story.Id, new RecentStory(story));
        foreach (var story in plan.Stories)
            stories[story.Id].Row = story;
        foreach (var term in plan.StoryTerms)
            stories[term.StoryId].Terms[term.Term] = term.LastSeen;

        var rows = plan.Inserts.ToDictionary(row => row.Id);
        for (var i = 0; i < numbers.Count; i++)
        {
            var row = rows[batch[i].Row.Id];
            stories[row.StoryId].Last = numbers[i];
            storyOf.TryAdd(wire.StoryOf(numbers[i]), row.StoryId);
            var original = wire.OriginalOf(numbers[i]) ?? numbers[i];
            if (!texts.TryGetValue(original, out var list))
                texts.Add(original, list = []);
            list.Add((row, Candidate(row, batch[i])));
        }

        Finish(plan, story => story.Last < numbers[^1] - kept);
        foreach (var n in texts.Keys.Where(n => n < numbers[^1] - kept).ToList())
            texts.Remove(n);
        foreach (var (root, id) in storyOf.Where(pair => !stories.ContainsKey(pair.Value)).ToList())
            storyOf.Remove(root);
    }

    public StorePlan Rest()
    {
        var plan = new StorePlan();
        Finish(plan, _ => true);
        return plan;
    }

    private void Finish(StorePlan plan, Func<RecentStory, bool> done)
    {
        plan.Stories.Clear();
        plan.StoryTerms.Clear();
        foreach (var (id, story) in stories.Where(pair => done(pair.Value)).ToList())
        {
            stories.Remove(id);
            plan.Stories.Add(story.Row);
            plan.StoryTerms.AddRange(story.Terms.Select(term => new StoryTermRow { Term = term.Key, StoryId = id, LastSeen = term.Value }));
        }
    }

    private static CopyCandidate Candidate(ArticleRow row, IncomingArticle item) => new()
    {
        Id = row.Id,
        Title = row.Title,
        Url = row.Url,
        SourceTitle = row.SourceTitle,
        FirstStoredAt = row.FirstStoredAt,
        PublishedAt = row.PublishedAt,
        StoryId = row.StoryId,
        DuplicateOf = row.DuplicateOf,
        Shingles = item.Shingles,
    };

    private sealed class RecentStory(StoryRow row)
    {
        public StoryRow Row { get; set; } = row;

        public Dictionary<string, DateTime> Terms { get; } = new(StringComparer.Ordinal);

        /// <summary>Number of its newest member.</summary>
        public long Last { get; set; }
    }
}
