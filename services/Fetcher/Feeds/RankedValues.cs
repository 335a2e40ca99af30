namespace Dateline.Fetcher.Feeds;

/// <summary>Reads ranked values of value types, where no value and the default one must not be confused.</summary>
internal static class RankedValues
{
    public static void Offer<T>(this Ranked<T> ranked, int rank, T? value) where T : struct
    {
        if (value is { } present)
            ranked.Offer(rank, present);
    }

    public static T? BestOrNull<T>(this Ranked<T> ranked) where T : struct => ranked.HasValue ? ranked.Best : null;
}
