using System.Diagnostics;
using Dateline.Fetcher.Sources;
using Dateline.Telemetry;

namespace Dateline.Fetcher.Frontier;

/// <summary>One turn at a host: a page is fetched, or a source is asked. Each is a trace of its own, linked to what found the target.</summary>
public sealed class TargetVisit(PageVisit pages, SourcePoll polls, FeedSearchTurn searches)
{
    public async Task RunAsync(Target target, CancellationToken cancellationToken)
    {
        using var activity = Begin(target);
        await (target.Kind switch
        {
            TargetKind.Source => polls.RunAsync(target, cancellationToken),
            TargetKind.Search => searches.RunAsync(target, cancellationToken),
            _ => pages.RunAsync(target, cancellationToken),
        });
    }

    /// <summary>The trace of a turn, also of one whose answer came by another way.</summary>
    public static Activity? Begin(Target target)
    {
        Activity.Current = null;
        ActivityContext.TryParse(target.Cause, null, out var cause);
        var activity = ActivitySources.Fetcher.StartActivity(
            target.Kind switch { TargetKind.Source => "poll source", TargetKind.Search => "search site", _ => "fetch page" },
            ActivityKind.Internal,
            parentContext: default(ActivityContext),
            links: cause == default ? [] : [new ActivityLink(cause)]);
        activity?.SetTag("server.address", target.Host);
        return activity;
    }
}
