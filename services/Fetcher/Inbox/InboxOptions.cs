using System.ComponentModel.DataAnnotations;

namespace Dateline.Fetcher.Inbox;

/// <summary>The watched folder. Bound from <c>Fetcher:Inbox</c>.</summary>
public sealed class InboxOptions
{
    /// <summary>Null: <c>inbox</c> in the data folder.</summary>
    public string? Folder { get; init; }

    /// <summary>How often it is looked at. Polling works on every file system, notifications do not.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A file must have been left alone this long: one that is still being written waits.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan SettleFor { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a <c>x.csv.fields.json</c> may lie there without its <c>x.csv</c>, which is to be dropped after it, until it counts as forgotten.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan FieldsWaitFor { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often receipts are looked at whose documents were still on their way, to add how these ended.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan SettleReceiptsEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>One file, archives included: they are streamed. A day of a news crawl is some 60 GB; a disk image dropped by mistake is more.</summary>
    [Range(1, 1L << 50)]
    public long MaxFileBytes { get; init; } = 100L << 30;
}
