using System.Globalization;

namespace Dateline.Fetcher.Feeds;

/// <summary>Gathers what a channel says about its rhythm.</summary>
internal sealed class RhythmFields
{
    private readonly List<int> _hours = [];
    private readonly List<DayOfWeek> _days = [];
    private TimeSpan? _ttl;
    private TimeSpan? _period;
    private int _frequency = 1;

    public FeedRhythm ToRhythm() => new(_ttl, _hours, _days, _period / _frequency);

    public void Rss(FeedNode node, FeedTree tree)
    {
        switch (node.Name)
        {
            case "ttl" when Number(tree.TextOf(node)) is { } minutes: _ttl = TimeSpan.FromMinutes(minutes); break;
            case "skiphours": Hours(node, tree); break;
            case "skipdays": Days(node, tree); break;
        }
    }

    public void Syndication(string name, string? text)
    {
        if (name == "updateperiod")
            _period = text?.ToLowerInvariant() switch
            {
                "hourly" => TimeSpan.FromHours(1),
                "daily" => TimeSpan.FromDays(1),
                "weekly" => TimeSpan.FromDays(7),
                "monthly" => TimeSpan.FromDays(30),
                "yearly" => TimeSpan.FromDays(365),
                _ => null,
            };
        else if (name == "updatefrequency" && Number(text) is { } frequency and > 0)
            _frequency = frequency;
    }

    private void Hours(FeedNode node, FeedTree tree)
    {
        foreach (var hour in node.Elements)
        {
            // RSS 0.91 counts from 1 to 24.
            if (Number(tree.TextOf(hour)) is { } value and <= 24 && !_hours.Contains(value % 24))
                _hours.Add(value % 24);
        }
    }

    private void Days(FeedNode node, FeedTree tree)
    {
        foreach (var day in node.Elements)
        {
            if (Enum.TryParse<DayOfWeek>(tree.TextOf(day), ignoreCase: true, out var value) && Enum.IsDefined(value) && !_days.Contains(value))
                _days.Add(value);
        }
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
