namespace Dateline.Parser.Body;

/// <summary>Tells passages that only say again what was taken: a story that its page holds twice, for narrow screens and for wide ones, or once more as a whole; a sentence set large beside itself.</summary>
internal sealed class Retold
{
    /// <summary>A shorter line may well be said twice.</summary>
    private const int MinWords = 20;

    private const float MostOfIt = 0.9f;

    /// <summary>One run in so many is remembered, chosen by its own bits, so that equal texts remember the same.</summary>
    private const int Sample = 8;

    private readonly HashSet<ulong> told = [];
    private readonly List<ulong> runs = [];
    private readonly Dictionary<string, Place?> places = new(StringComparer.Ordinal);

    /// <summary>Whether the passage was told before; remembers it if not. A refrain stands beside itself and is told as often as it is sung.</summary>
    public bool Tell(Passage passage)
    {
        if (passage.Words < MinWords || (places.TryGetValue(passage.Text, out var parent) && ReferenceEquals(parent, passage.Place.Parent)))
            return false;

        LetterRuns.Of(passage.Text, runs);
        var (known, all) = (0, 0);
        foreach (var run in runs)
        {
            if (run % Sample != 0)
                continue;
            all++;
            known += told.Contains(run) ? 1 : 0;
        }

        if (all > 0 && known >= MostOfIt * all)
            return true;

        foreach (var run in runs)
        {
            if (run % Sample == 0)
                told.Add(run);
        }

        places[passage.Text] = passage.Place.Parent;
        return false;
    }
}
