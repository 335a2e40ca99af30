namespace Dateline.Storage.Figures;

/// <summary>Counts in how many articles each value stands.</summary>
internal sealed class Tally
{
    private readonly Dictionary<(string Value, string? Label), long> counts = [];

    public long Articles { get; private set; }

    /// <summary>One article's values; one that stands twice counts once.</summary>
    public void Add(IEnumerable<(string Value, string? Label)> values)
    {
        Articles++;
        foreach (var value in values.Distinct())
            counts[value] = counts.GetValueOrDefault(value) + 1;
    }

    public IEnumerable<(string Value, string? Label, long Count)> Top(int most) => counts
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Value, StringComparer.Ordinal).Take(most)
        .Select(pair => (pair.Key.Value, pair.Key.Label, pair.Value));
}
