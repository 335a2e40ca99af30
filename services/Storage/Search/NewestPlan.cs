namespace Dateline.Storage.Search;

/// <summary>
/// How PostgreSQL finds the newest matches. Of common words a page is full after a short walk from the newest article; of rare ones all
/// matches are gathered by the index; of those between the index's matches in the newest part of the archive are gathered.
/// </summary>
/// <param name="Walked">Articles looked at one by one; null for gathering by the index.</param>
/// <param name="Window">Articles among which matches are gathered; null for all.</param>
internal readonly record struct NewestPlan(long? Walked, long? Window)
{
    /// <summary>So many matches are gathered and counted at once, for 5 µs each.</summary>
    public const int GatheredWhole = 2_000;

    /// <summary>What may be looked at, of what should hold a page: matches are never spread evenly.</summary>
    private const double Slack = 1.5;

    /// <summary>A window costs little more when it is larger, and much when it is too small.</summary>
    private const double WindowSlack = 3;

    private const int FewestWalked = 1_000;

    /// <summary>On a second try. The list of a common word costs as much.</summary>
    private const int LongestWalk = 10_000;

    /// <summary>A longer list of the index is not read only to learn how long it is.</summary>
    public const int LongList = 20_000;

    /// <summary>Microseconds to look at an article on a walk, to read an entry of a word's list, to gather a match.</summary>
    private const double Look = 8;
    private const double Entry = 0.4;
    private const double Match = 6;

    public static NewestPlan Whole { get; } = new(null, null);

    public bool IsWhole => Walked is null && Window is null;

    /// <param name="matches">Expected, 1 at least.</param>
    /// <param name="listed">Articles that the full-text index names for the words, before other conditions.</param>
    /// <param name="articles">Among which the matches lie.</param>
    /// <param name="wanted">For the answer.</param>
    public static NewestPlan For(long matches, long listed, long articles, int wanted)
    {
        var span = (double)wanted * articles / Math.Max(1, matches);
        var walked = Math.Max(FewestWalked, (long)(Slack * span));
        var window = Math.Max(FewestWalked, (long)(WindowSlack * span));
        var (walking, gathering) = (Look * walked, (Entry * listed) + (Match * matches));
        var inWindow = window > articles / 2 || listed > LongList ? double.MaxValue : (Entry * (listed + window)) + (Match * WindowSlack * wanted);
        if (walking <= Math.Min(gathering, inWindow))
            return new NewestPlan(walked, null);
        return inWindow < gathering ? new NewestPlan(null, window) : Whole;
    }

    /// <summary>Where too few were found: the words hardly occur together, or not lately.</summary>
    public NewestPlan Wider(long articles) => (Walked, Window) switch
    {
        ({ } walked, null) when 3 * walked <= LongestWalk => new NewestPlan(3 * walked, null),
        (null, { } window) when 8 * window < articles / 2 => new NewestPlan(null, 8 * window),
        _ => Whole,
    };
}
