namespace Dateline.Benchmarks.Archives.Loading;

/// <summary>
/// Decides what each of a number of articles is: of which story, a copy of which other, of which length, when published. Article n
/// follows from n alone, so that any of them can be written at any time, in any order, by any thread.
/// </summary>
/// <param name="articles">How many there are; they spread over two years.</param>
internal sealed class NewsWire(long articles)
{
    public static readonly DateTimeOffset Begin = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly TimeSpan Span = TimeSpan.FromDays(731);

    /// <summary>Nine of twenty articles go on with a story of the last two days.</summary>
    private const double PartOfStory = 0.45;

    /// <summary>Of those, the part that is an agency's text with small changes.</summary>
    private const double Copied = 0.18;

    /// <summary>Found long after it was published.</summary>
    private const double Late = 0.03;

    public int Recent { get; } = (int)Math.Clamp(articles * 2 / Span.Days, 20, 3_000);

    /// <summary>The article that began the story of this one.</summary>
    public long StoryOf(long n)
    {
        while (Parent(n) is { } parent)
            n = parent;
        return n;
    }

    /// <summary>The article whose text this one has, if it is a copy.</summary>
    public long? OriginalOf(long n)
    {
        if (Parent(n) is not { } parent || new Dice(n, 2).Share() >= Copied)
            return null;
        while (OriginalOf(parent) is { } earlier)
            parent = earlier;
        return parent;
    }

    public Vocabulary LanguageOf(long story)
    {
        var share = new Dice(story, 3).Share();
        foreach (var language in Vocabulary.All)
        {
            if ((share -= language.Share) < 0)
                return language;
        }

        return Vocabulary.All[0];
    }

    /// <summary>Words of the text: half of the articles have fewer than 200, one of fifty more than 700.</summary>
    public static int LengthOf(long n) => (int)Math.Clamp(200 * Math.Exp(0.6 * new Dice(n, 4).Normal()), 40, 2_500);

    public DateTimeOffset FetchedAt(long n) => Begin + (Span * ((double)n / articles));

    public DateTimeOffset PublishedAt(long n)
    {
        var dice = new Dice(n, 5);
        var age = dice.Share() < Late ? TimeSpan.FromDays(400 * dice.Share()) : TimeSpan.FromMinutes(90 * dice.Share());
        var published = FetchedAt(n) - age;
        return new DateTimeOffset(published.Ticks - (published.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }

    private long? Parent(long n)
    {
        var dice = new Dice(n, 1);
        var parent = n - 1 - dice.Below(Recent);
        return parent >= 0 && dice.Share() < PartOfStory ? parent : null;
    }
}
