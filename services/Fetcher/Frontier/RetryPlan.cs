using Dateline.Fetcher.Http;

namespace Dateline.Fetcher.Frontier;

/// <summary>Whether and when a page that could not be fetched is tried again.</summary>
/// <param name="Status">waiting, failed or unfetched; see <see cref="TargetStatus"/>.</param>
/// <param name="After">Null when it is not tried again.</param>
public sealed record RetryPlan(string Status, TimeSpan? After)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static RetryPlan For(FetchResult.Failed failed, int attempts, PolitenessOptions options)
    {
        if (IsRefusal(failed.Kind))
            return new RetryPlan(TargetStatus.Unfetched, null);
        if (!MayPass(failed))
            return new RetryPlan(TargetStatus.Failed, null);
        var plan = Again(attempts, options);
        return plan.After is not null && failed.RetryAfter > plan.After ? plan with { After = failed.RetryAfter } : plan;
    }

    /// <summary>For what may pass: again after a while, until there were enough attempts.</summary>
    public static RetryPlan Again(int attempts, PolitenessOptions options) => attempts >= options.Attempts
        ? new RetryPlan(TargetStatus.Failed, null)
        : new RetryPlan(TargetStatus.Waiting, options.FirstRetry * Math.Min(Longest / options.FirstRetry, Math.Pow(6, attempts - 1)));

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
