namespace Dateline.Dashboard.Text;

/// <summary>Which labels of a timeline have room beside one another, on a desk and on a phone.</summary>
public static class TimelineAxis
{
    /// <summary>Of the chart, in CSS pixels; the least that each layout gives it.</summary>
    private const double Desk = 640, Phone = 330;

    /// <summary>The widest a bar gets, and what a label takes: a rule before it, and its characters.</summary>
    private const double Bar = 56, Rule = 6, Character = 6.5;

    /// <param name="labels">One for each bar; null where there is none.</param>
    /// <returns>The bars whose labels are shown, and whether a phone shows them, too.</returns>
    public static IReadOnlyDictionary<int, bool> Shown(IReadOnlyList<string?> labels)
    {
        var phone = Fitting(labels, Phone);
        return Fitting(labels, Desk).ToDictionary(index => index, phone.Contains);
    }

    /// <summary>Years say most and come first; then from left to right.</summary>
    private static HashSet<int> Fitting(IReadOnlyList<string?> labels, double width)
    {
        var bar = Math.Min(Bar, width / labels.Count);
        var taken = new List<(double From, double To)>();
        var fitting = new HashSet<int>();
        foreach (var (index, label) in labels.Index().Where(label => label.Item is not null).OrderByDescending(label => label.Item!.Any(char.IsDigit)).ThenBy(label => label.Index))
        {
            var space = Space(index, label!);
            if (space.To > Math.Max(width, bar * labels.Count) || taken.Any(other => other.From < space.To && space.From < other.To))
                continue;
            taken.Add(space);
            fitting.Add(index);
        }

        return fitting;

        // The last one ends where the chart ends.
        (double From, double To) Space(int index, string label)
        {
            var needed = Rule + (Character * label.Length);
            return index == labels.Count - 1 && index > 0 ? (((index + 1) * bar) - needed, (index + 1) * bar) : (index * bar, (index * bar) + needed);
        }
    }
}
