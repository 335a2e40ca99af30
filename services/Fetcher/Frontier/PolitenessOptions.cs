using System.ComponentModel.DataAnnotations;
using Dateline.Fetcher.Http;

namespace Dateline.Fetcher.Frontier;

/// <summary>How the fetcher behaves towards other people's servers. Bound from <c>Fetcher:Politeness</c>.</summary>
public sealed class PolitenessOptions
{
    /// <summary>Pause between two requests to one host. Media Cloud waits 5 s, Common Crawl's news crawl 9 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan DelayPerHost { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Other pauses for single hosts, by name: the operator's own servers.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Hosts { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>Pause after a 429 or 503 that does not say how long; doubled with each further one, up to a day.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan DelayAfterPushback { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Hosts asked at the same time by one process.</summary>
    [Range(1, 1000)]
    public int HostsAtOnce { get; init; } = 32;

    /// <summary>Tries of a page before it is given up.</summary>
    [Range(1, 20)]
    public int Attempts { get; init; } = 5;

    /// <summary>Pause after a page's first failure, six times as long after each further one, up to a day: what does not pass within the hour is often there the next day.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long robots.txt is believed. RFC 9309 allows a day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan RobotsFor { get; init; } = TimeSpan.FromHours(12);

    /// <summary>The pause after an answer: the usual one, or the one that the server asks for.</summary>
    public TimeSpan PauseAfter(string host, FetchResult result)
    {
        var asked = result.RetryAfter ?? (result.Status is 429 or 503 ? DelayAfterPushback : TimeSpan.Zero);
        return asked > DelayOf(host) ? asked : DelayOf(host);
    }

    public TimeSpan DelayOf(string host) => Hosts.TryGetValue(host, out var delay) ? delay : DelayPerHost;
}
