using System.Diagnostics;
using Dateline.Fetcher.Sources;
using Dateline.Telemetry;

namespace Dateline.Fetcher.Frontier;

/// <summary>One turn at a host: a page is fetched, or a source is asked. Each is a trace of its own, linked to what found the target.</summary>
public sealed class TargetVisit(PageVisit pages, SourcePoll polls)
{
    public async Task RunAsync(Target target, CancellationToken cancellationToken)
    {
        using var activity = Begin(target);
        if (target.Kind == TargetKind.Source)
            await polls.RunAsync(target, cancellationToken);
        else
            await pages.RunAsync(target, cancellationToken);
    }

    /// <summary>The trace of a turn, also of one whose answer came by another way.</summary>
    public static Activity? Begin(Target target)
    {
        Activity.Current = null;
        ActivityContext.TryParse(target.Cause, null, out var cause);
        var activity = ActivitySources.Fetcher.StartActivity(
            target.Kind == TargetKind.Source ? "poll source" : "fetch page",
            ActivityKind.Internal,
            parentContext: default(ActivityContext),
            links: cause == default ? [] : [new ActivityLink(cause)]);
        activity?.SetTag("server.address", target.Host);
        return activity;
    }
}
