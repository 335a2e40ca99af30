namespace Dateline.Messaging;

/// <summary>How consumption pauses while something it needs is down.</summary>
internal static class OutagePatience
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Half a second at first, ten at most, for about eleven days. A message that waits holds its slot, and the prefetch bounds how
    /// many do: that is the pause. Neither the quarantine nor the broker's delivery limit hears of it.
    /// </summary>
    public static readonly TimeSpan[] Pauses =
    [
        .. Enumerable.Range(0, 100_000).Select(n => n < 5 ? TimeSpan.FromMilliseconds(500 * (1 << n)) : Longest),
    ];
}
