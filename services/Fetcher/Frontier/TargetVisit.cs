using System.Diagnostics;
using Dateline.Fetcher.Sources;
using Dateline.Telemetry;

namespace Dateline.Fetcher.Frontier;

/// <summary>One turn at a host: a page is fetched, or a source is asked. Each is a trace of its own, linked to what found the target.</summary>
public sealed class TargetVisit(PageVisit pages, SourcePoll polls)
{
    public async Task RunAsync(Target target, CancellationToken cancellationToken)
    {
        Activity.Current = null;
        ActivityContext.TryParse(target.Cause, null, out var cause);
        using var activity = ActivitySources.Fetcher.StartActivity(
            target.Kind == TargetKind.Source ? "poll source" : "fetch page",
            ActivityKind.Internal,
            parentContext: default(ActivityContext),
            links: cause == default ? [] : [new ActivityLink(cause)]);
        activity?.SetTag("server.address", target.Host);

        if (target.Kind == TargetKind.Source)
            await polls.RunAsync(target, cancellationToken);
        else
            await pages.RunAsync(target, cancellationToken);
    }
}
