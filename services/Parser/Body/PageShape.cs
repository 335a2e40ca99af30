namespace Dateline.Parser.Body;

/// <summary>How the text of a page is spread over its elements, and where most of the prose is.</summary>
internal sealed class PageShape
{
    private readonly IReadOnlyList<Passage> passages;
    private readonly Dictionary<int, ShapeCount> shapes = [];
    private readonly Evidence evidence;
    private readonly int[] before;
    private readonly int[] sinceProse;
    private readonly int[] untilProse;
    private readonly int firstHeading;
    private readonly int firstTitle;
    private readonly int firstProse;
    private readonly int lastProse;
    private readonly int longest;
    private readonly (int First, int Last) best;
    private readonly (int First, int Last) core;

    public PageShape(IReadOnlyList<Passage> passages, PageHints hints)
    {
        this.passages = passages;
        evidence = new Evidence(passages, hints);
        before = new int[passages.Count + 1];
        sinceProse = new int[passages.Count];
        untilProse = new int[passages.Count];
        for (var i = 0; i < passages.Count; i++)
        {
            Count(passages[i]);
            before[i + 1] = before[i] + passages[i].Length;
            sinceProse[i] = i == 0 || passages[i - 1].IsProse ? 0 : sinceProse[i - 1] + 1;
            longest = Math.Max(longest, passages[i].IsProse ? passages[i].Length : 0);
        }

        for (var i = passages.Count - 1; i >= 0; i--)
            untilProse[i] = i == passages.Count - 1 || passages[i + 1].IsProse ? 0 : untilProse[i + 1] + 1;

        firstHeading = First(passage => passage.Place.Tag == "h1");
        firstTitle = First(passage => evidence.IsTitle(passage.Text));
        firstProse = First(passage => passage.IsProse);
        lastProse = Enumerable.Range(0, passages.Count).LastOrDefault(i => passages[i].IsProse, -1);

        var places = Places(passages);
        Root = RootOf(places);
        Prose = Root.Prose;
        Best = places.Count == 0 ? Root : places.MaxBy(place => place.Score * (1 - place.LinkDensity))!;
        Core = Narrowest(places, 0.75f, Root);
        Half = Narrowest(places, 0.5f, Root);
        best = Within(Best);
        core = Within(Core);
    }

    public Place Root { get; }

    /// <summary>Characters of prose on the page.</summary>
    public int Prose { get; }

    /// <summary>The element with most prose of its own, as reading modes look for it.</summary>
    public Place Best { get; }

    /// <summary>The innermost element with three quarters of the prose.</summary>
    public Place Core { get; }

    /// <summary>The innermost element with half of the prose.</summary>
    public Place Half { get; }

    /// <summary>The innermost element with a share of the prose, of passages that were counted.</summary>
    public static Place Narrowest(IReadOnlyList<Passage> passages, float share)
    {
        var places = Places(passages);
        return Narrowest(places, share, RootOf(places));
    }

    public float Share(Place place) => Root.Prose == 0 ? place.Length / (float)Math.Max(1, Root.Length) : place.Prose / (float)Root.Prose;

    public ShapeCount Shape(Place place) => shapes[place.Shape];

    public void Add(FeatureRow row, int i)
    {
        var passage = passages[i];
        row.Add(i, passages.Count, i / (float)passages.Count, before[i] / (float)Math.Max(1, before[^1]), before[^1], Prose, Prose / (float)Math.Max(1, before[^1]));
        row.Add(Since(firstHeading, i), Since(firstTitle, i), Since(firstProse, i), Since(lastProse, i), sinceProse[i], untilProse[i], passage.Length / (float)Math.Max(1, longest));
        row.Add(WindowWords(i, -5, -1), WindowWords(i, 1, 5), WindowLinks(i, -5, -1), WindowLinks(i, 1, 5), longest);
        row.Add(Since(best.First, i), Since(best.Last, i), Since(core.First, i), Since(core.Last, i));
        evidence.Add(row, i);
    }

    private static float Since(int start, int i) => start < 0 ? -1000 : i - start;

    private int First(Func<Passage, bool> test)
    {
        for (var i = 0; i < passages.Count; i++)
        {
            if (test(passages[i]))
                return i;
        }

        return -1;
    }

    private (int First, int Last) Within(Place place)
    {
        var (first, last) = (-1, -1);
        for (var i = 0; i < passages.Count; i++)
        {
            if (passages[i].IsProse && passages[i].Place.IsWithin(place))
                (first, last) = (first < 0 ? i : first, i);
        }

        return (first, last);
    }

    private float WindowWords(int i, int from, int to)
    {
        var words = 0;
        for (var at = Math.Max(0, i + from); at <= Math.Min(passages.Count - 1, i + to); at++)
            words += passages[at].Words;
        return words;
    }

    private float WindowLinks(int i, int from, int to)
    {
        int length = 0, linked = 0;
        for (var at = Math.Max(0, i + from); at <= Math.Min(passages.Count - 1, i + to); at++)
            (length, linked) = (length + passages[at].Length, linked + passages[at].LinkLength);
        return length == 0 ? -1 : linked / (float)length;
    }

    private void Count(Passage passage)
    {
        if (!shapes.TryGetValue(passage.Place.Shape, out var shape))
            shapes[passage.Place.Shape] = shape = new ShapeCount();
        var prose = passage.IsProse ? passage.Length : 0;
        shape.Passages++;
        shape.Words += passage.Words;
        shape.Length += passage.Length;
        shape.LinkLength += passage.LinkLength;
        shape.Prose += prose;

        var share = 1f;
        for (var place = passage.Place; place is not null; place = place.Parent)
        {
            place.Passages++;
            place.Length += passage.Length;
            place.LinkLength += passage.LinkLength;
            place.Prose += prose;
            place.Score += prose * share;
            share = place.Tag == "p" ? 1 : share / 2;
        }
    }

    private static Place RootOf(List<Place> places) => places.Count == 0 ? new Place(null, "body", 0, 0) : places.MinBy(place => place.Depth)!;

    private static List<Place> Places(IReadOnlyList<Passage> passages)
    {
        var places = new List<Place>();
        var known = new HashSet<Place>();
        foreach (var passage in passages)
        {
            for (var place = passage.Place; place is not null && known.Add(place); place = place.Parent)
                places.Add(place);
        }

        return places;
    }

    private static Place Narrowest(List<Place> places, float share, Place root)
    {
        var narrowest = root;
        foreach (var place in places)
        {
            if (place.Depth > narrowest.Depth && place.Prose >= share * root.Prose && root.Prose > 0)
                narrowest = place;
        }

        return narrowest;
    }
}
