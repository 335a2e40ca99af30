using Dateline.Fetcher.Http;

namespace Dateline.Fetcher.Tests.Http;

/// <summary>What tests of the guarded client stand on: a server on loopback that stands for news.test.</summary>
public abstract class ClientTests
{
    private protected static async Task<FetchResult> FetchAsync(LoopbackSite site, FetchRequest? request = null, FetcherHttpOptions? options = null)
    {
        using var client = new GuardedClient(Pinned(site, options), TimeProvider.System);
        return await client.FetchAsync(request ?? new FetchRequest { Url = "http://news.test/" }, CancellationToken.None);
    }

    private protected static FetcherHttpOptions Pinned(LoopbackSite site, FetcherHttpOptions? options = null) => new()
    {
        Contact = options?.Contact,
        HeaderTimeout = options?.HeaderTimeout ?? TimeSpan.FromSeconds(30),
        ConnectTimeout = options?.ConnectTimeout ?? TimeSpan.FromSeconds(30),
        TotalTimeout = options?.TotalTimeout ?? TimeSpan.FromSeconds(60),
        RateWindow = options?.RateWindow ?? TimeSpan.FromSeconds(30),
        MinBytesPerSecond = options?.MinBytesPerSecond ?? 1024,
        Pins = new Dictionary<string, string> { ["news.test"] = site.Endpoint },
    };
}
