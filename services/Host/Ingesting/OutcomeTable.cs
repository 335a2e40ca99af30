using Dateline.Fetcher.Ledger;
using Spectre.Console;

namespace Dateline.Host.Ingesting;

/// <summary>The fate of every item, as a table.</summary>
internal static class OutcomeTable
{
    /// <summary>More rows nobody reads on a screen; what failed comes before what did not.</summary>
    private const int MaxRowsOnScreen = 500;

    public static Table Of(IReadOnlyList<IngestOutcome> outcomes)
    {
        var rows = !Console.IsOutputRedirected && outcomes.Count > MaxRowsOnScreen ? [.. outcomes.OrderByDescending(outcome => outcome.Failed).Take(MaxRowsOnScreen)] : outcomes;
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Item", "Fate", "Why");
        foreach (var outcome in rows)
            table.AddRow(
                new Text(outcome.Name),
                new Markup($"[{Colour(outcome.Fate)}]{outcome.Fate}[/]{(outcome.Repeated ? " [grey](known)[/]" : "")}"),
                new Text(outcome.Detail ?? ""));
        if (rows.Count < outcomes.Count)
            table.AddRow(new Text("…"), new Text(""), new Text($"and {outcomes.Count - rows.Count} more: send the output to a file, or ask dateline why"));
        return table;
    }

    /// <summary>"17 items: 13 stored, 1 revised …; 20 ms median from accepted to queryable".</summary>
    public static string Summary(IReadOnlyList<IngestOutcome> outcomes)
    {
        var fates = outcomes.GroupBy(outcome => outcome.Fate).OrderByDescending(group => group.Count()).Select(group => $"{group.Count()} {group.Key}");
        var repeated = outcomes.Count(outcome => outcome.Repeated);
        return $"{outcomes.Count} items: {string.Join(", ", fates)}{(repeated > 0 ? $" ({repeated} known from before)" : "")}";
    }

    private static string Colour(string fate) => fate switch
    {
        Fate.Stored or Fate.Revised => "green",
        Fate.Unchanged or Fate.Duplicate => "blue",
        Fate.Rejected => "yellow",
        _ => "red",
    };
}
