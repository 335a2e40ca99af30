using System.Globalization;
using System.Text.Json;
using Dateline.Fetcher.Sources;
using Spectre.Console;

namespace Dateline.Host.Commands;

/// <summary>Prints sources and receipts for people.</summary>
internal static class SourceTable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static SourceView View(JsonElement element) => element.Deserialize<SourceView>(Json)!;

    public static SourceReceipt Receipt(JsonElement element) => element.Deserialize<SourceReceipt>(Json)!;

    /// <returns>False when the source was added but does not work.</returns>
    public static bool Write(SourceView source)
    {
        AnsiConsole.WriteLine($"added {source.Title ?? source.Url}   {source.Url}   {source.Id}");
        AnsiConsole.WriteLine($"  {source.Entries} entries   {source.Health?.Summary}");
        if (source.NextPollAt is { } next)
            AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  next poll at {next.UtcDateTime:u} because {source.NextPollReason}"));
        return source.Failures == 0;
    }

    /// <returns>False when a line was refused.</returns>
    public static bool Write(IReadOnlyList<SourceReceipt> receipts)
    {
        foreach (var receipt in receipts)
            AnsiConsole.WriteLine($"{receipt.Outcome,-8} {receipt.Title ?? receipt.Url}{(receipt.Problem is null ? "" : $"   {receipt.Problem}")}");
        var counts = receipts.CountBy(receipt => receipt.Outcome).ToDictionary();
        AnsiConsole.WriteLine($"{counts.GetValueOrDefault(SourceReceipt.Added)} added, {counts.GetValueOrDefault(SourceReceipt.Known)} known, {counts.GetValueOrDefault(SourceReceipt.Refused)} refused");
        return !counts.ContainsKey(SourceReceipt.Refused);
    }

    public static void WriteAll(IReadOnlyList<SourceView> sources)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Source", "Health", "Entries", "Next poll (UTC)", "Because");
        foreach (var source in sources)
        {
            table.AddRow(
                new Text($"{source.Title ?? source.Url}\n{source.Url}"),
                new Text(source.Health is { State: not "fine" and not "new" } health ? $"{health.State}: {health.Summary}" : source.Health?.State ?? source.LastStatus),
                new Text(source.Entries.ToString(CultureInfo.InvariantCulture)),
                new Text(source.NextPollAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "paused"),
                new Text(source.NextPollReason));
        }

        if (sources.Count > 0)
            AnsiConsole.Write(table);
        AnsiConsole.WriteLine(sources.Count == 0 ? "There are no sources. Add one: dateline sources add https://example.org/" : $"{sources.Count} sources");
    }
}
