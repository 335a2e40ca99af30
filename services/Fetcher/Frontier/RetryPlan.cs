using Dateline.Fetcher.Http;

namespace Dateline.Fetcher.Frontier;

/// <summary>Whether and when a page that could not be fetched is tried again.</summary>
/// <param name="Status">waiting, failed or unfetched; see <see cref="TargetStatus"/>.</param>
/// <param name="After">Null when it is not tried again.</param>
public sealed record RetryPlan(string Status, TimeSpan? After)
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static RetryPlan For(FetchResult.Failed failed, int attempts, int maxAttempts)
    {
        if (IsRefusal(failed.Kind))
            return new RetryPlan(TargetStatus.Unfetched, null);
        if (!MayPass(failed) || attempts >= maxAttempts)
            return new RetryPlan(TargetStatus.Failed, null);

        // 1, 6, 36 minutes …: what does not pass within the hour is often there the next day.
        var backOff = TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks * (long)Math.Pow(6, attempts - 1)));
        return new RetryPlan(TargetStatus.Waiting, failed.RetryAfter > backOff ? failed.RetryAfter : backOff);
    }

    /// <summary>Our own decision: asking again would be decided the same way.</summary>
    private static bool IsRefusal(FetchFailureKind kind) => kind is FetchFailureKind.InvalidUrl or FetchFailureKind.RefusedAddress
        or FetchFailureKind.TooLarge or FetchFailureKind.HeadersTooLarge or FetchFailureKind.DecompressionBomb;

    private static bool MayPass(FetchResult.Failed failed) => failed.Kind switch
    {
        FetchFailureKind.Status => failed.Status is 408 or 425 or 429 or >= 500,
        FetchFailureKind.Dns or FetchFailureKind.Connect or FetchFailureKind.Tls or FetchFailureKind.Timeout or FetchFailureKind.TooSlow or FetchFailureKind.Protocol => true,
        _ => false,
    };
}
