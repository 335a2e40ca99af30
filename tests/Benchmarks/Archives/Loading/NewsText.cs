using System.Text;

namespace Dateline.Benchmarks.Archives.Loading;

/// <summary>The words of an article as ranks in its language: what it says, before it is written out.</summary>
internal sealed class NewsText
{
    /// <summary>Of the words, the part that only this story uses much.</summary>
    private const double StoryShare = 0.12;

    private const int StoryWords = 24;

    /// <summary>Words of a higher rank stand in more than one of twenty articles.</summary>
    private const int LeastRarity = 400;

    private readonly Vocabulary language;

    private NewsText(Vocabulary language, int[] title, List<int[]> sentences) => (this.language, Title, Sentences) = (language, title, sentences);

    private int[] Title { get; }

    private List<int[]> Sentences { get; }

    public static NewsText Of(NewsWire wire, long n)
    {
        var story = wire.StoryOf(n);
        var language = wire.LanguageOf(story);
        return wire.OriginalOf(n) is { } original ? Copy(Of(wire, original), n) : New(language, story, n);
    }

    public string TitleText => Sentence(Title, end: "");

    public string SummaryText => string.Join(' ', Sentences.Take(2).Select(sentence => Sentence(sentence)));

    public int Words => Sentences.Sum(sentence => sentence.Length);

    public int Count => Sentences.Count;

    public IEnumerable<string> Paragraphs => Sentences.Chunk(3).Select(chunk => string.Join(' ', chunk.Select(sentence => Sentence(sentence))));

    /// <summary>The words that tell what it is about, with weights of unit length, as the enricher weighs them.</summary>
    public IReadOnlyList<(string Word, double Weight)> Gist()
    {
        var counts = new Dictionary<int, int>();
        foreach (var word in Title)
            counts[word] = counts.GetValueOrDefault(word) + 3;
        foreach (var word in Sentences.SelectMany(sentence => sentence).Take(300))
            counts[word] = counts.GetValueOrDefault(word) + 1;
        var weights = counts.Where(count => count.Key >= LeastRarity)
            .Select(count => (count.Key, Weight: (1 + Math.Log(count.Value)) * Math.Log(1 + count.Key)))
            .OrderByDescending(term => term.Weight).ThenBy(term => term.Key).Take(60).ToList();
        var length = Math.Sqrt(weights.Sum(term => term.Weight * term.Weight));
        return [.. weights.Select(term => (language[term.Key], Math.Round(term.Weight / length, 4)))];
    }

    private static NewsText New(Vocabulary language, long story, long n)
    {
        var about = About(story);
        var dice = new Dice(n, 6);
        var title = Draw(ref dice, about, 6 + dice.Below(7), 3 * StoryShare);
        var sentences = new List<int[]>();
        for (var left = NewsWire.LengthOf(n); left > 0; left -= sentences[^1].Length)
            sentences.Add(Draw(ref dice, about, Math.Min(left, 8 + dice.Below(18)), StoryShare));
        return new NewsText(language, title, sentences);
    }

    /// <summary>Another headline, a word in thirty replaced, now and then without the end.</summary>
    private static NewsText Copy(NewsText original, long n)
    {
        var dice = new Dice(n, 7);
        var kept = original.Count - (dice.Share() < 0.4 ? original.Count / 5 : 0);
        var sentences = new List<int[]>(kept);
        foreach (var sentence in original.Sentences.Take(kept))
        {
            var words = (int[])sentence.Clone();
            for (var i = 0; i < words.Length; i++)
                words[i] = dice.Share() < 0.033 ? Vocabulary.Draw(ref dice) : words[i];
            sentences.Add(words);
        }

        return new NewsText(original.language, [.. original.Title.Reverse()], sentences);
    }

    private static int[] About(long story)
    {
        var dice = new Dice(story, 8);
        var words = new int[StoryWords];
        for (var i = 0; i < words.Length; i++)
            words[i] = (int)(1_500 * Math.Pow(Vocabulary.Size / 1_500.0, dice.Share()));
        return words;
    }

    private static int[] Draw(ref Dice dice, int[] about, int count, double share)
    {
        var words = new int[count];
        for (var i = 0; i < count; i++)
            words[i] = dice.Share() < share ? about[Math.Min(dice.Below(about.Length), dice.Below(about.Length))] : Vocabulary.Draw(ref dice);
        return words;
    }

    private string Sentence(int[] words, string end = ".")
    {
        var text = new StringBuilder(words.Length * 7);
        foreach (var word in words)
            text.Append(text.Length > 0 ? " " : "").Append(language[word]);
        text[0] = char.ToUpperInvariant(text[0]);
        return text.Append(end).ToString();
    }
}
