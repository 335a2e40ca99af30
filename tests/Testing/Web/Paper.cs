namespace Dateline.Testing;

/// <summary>A paper of the simulated news web, and what a fetcher that does everything right gets from it.</summary>
/// <param name="Host">Its name; the hosts of its helpers end in it.</param>
/// <param name="Documents">Pages that can be had.</param>
public sealed record Paper(string Host, Trouble Trouble, int Documents)
{
    public string Feed => $"http://{Host}/feed.xml";

    /// <summary>How many requests it wants to see a pause between at least; null for the fetcher's own.</summary>
    public TimeSpan? CrawlDelay { get; init; }
}
