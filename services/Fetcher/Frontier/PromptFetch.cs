using Dateline.Fetcher.Http;
using Microsoft.Extensions.Options;

namespace Dateline.Fetcher.Frontier;

/// <summary>Fetches for somebody who waits. Redirects are followed at once, but each host on the way is asked in its own turn.</summary>
public sealed class PromptFetch(GuardedClient client, HostTurns turns, IOptions<FetcherHttpOptions> options, TimeProvider time)
{
    /// <summary>For turns on the way, on top of what a fetch may take. A visit has longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="held">The host whose turn the caller has already, and ends itself.</param>
    public async Task<FetchResult> RunAsync(FetchRequest request, string? held, CancellationToken cancellationToken)
    {
        var hops = new List<FetchHop>();
        using var patience = new CancellationTokenSource(options.Value.TotalTimeout + Patience, time);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await FollowAsync(request, held, hops, waiting.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FetchResult.Failed
            {
                FinalUrl = request.Url,
                Hops = hops,
                Elapsed = options.Value.TotalTimeout,
                Kind = FetchFailureKind.Timeout,
                Message = "The servers on the way did not answer in time.",
            };
        }
    }

    private async Task<FetchResult> FollowAsync(FetchRequest request, string? held, List<FetchHop> hops, CancellationToken cancellationToken)
    {
        var next = request;
        while (true)
        {
            var host = TargetKey.Parse(next.Url) is { } url ? TargetKey.HostOf(url) : "";
            var result = host == held || host.Length == 0
                ? await client.FetchAsync(next, cancellationToken)
                : await InTurnAsync(host, next, cancellationToken);
            hops.AddRange(result.Hops);
            if (result is not FetchResult.Redirected redirected)
                return result with { Hops = hops };
            if (hops.Count > options.Value.MaxRedirects || hops.Any(hop => hop.Url == redirected.Location))
                return Looped(redirected, hops);

            // Validators, cookies and keys were given for the first host.
            next = new FetchRequest { Url = redirected.Location.AbsoluteUri, Accept = request.Accept, MaxBytes = request.MaxBytes, CutAt = request.CutAt };
        }
    }

    private async Task<FetchResult> InTurnAsync(string host, FetchRequest request, CancellationToken cancellationToken)
    {
        if (!await turns.TakeAsync(host, cancellationToken))
            return new FetchResult.Failed
            {
                FinalUrl = request.Url,
                Hops = [],
                Elapsed = TimeSpan.Zero,
                Kind = FetchFailureKind.Busy,
                Message = $"{host} is being asked by somebody else just now.",
            };
        FetchResult? result = null;
        try
        {
            return result = await client.FetchAsync(request, cancellationToken);
        }
        finally
        {
            await turns.EndAsync(host, result, CancellationToken.None);
        }
    }

    private static FetchResult.Failed Looped(FetchResult answer, List<FetchHop> hops) => new()
    {
        FinalUrl = answer.FinalUrl,
        Hops = hops,
        Elapsed = answer.Elapsed,
        Status = answer.Status,
        RetryAfter = answer.RetryAfter,
        Kind = FetchFailureKind.RedirectLoop,
        Message = "The server redirects in circles, or on and on.",
    };
}
