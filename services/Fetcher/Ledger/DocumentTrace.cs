using System.Diagnostics;
using Dateline.Telemetry;

namespace Dateline.Fetcher.Ledger;

/// <summary>
/// The trace of one run of a document. Its first span is a root of its own, linked to the request, the poll or the earlier run that
/// caused it, so that an article is one trace and not a part of its feed's.
/// </summary>
public sealed class DocumentTrace : IDisposable
{
    private readonly Activity? activity;

    private DocumentTrace(Activity? activity, string traceParent)
    {
        this.activity = activity;
        TraceParent = traceParent;
    }

    /// <summary>W3C trace context, for the ledger.</summary>
    public string TraceParent { get; }

    public string TraceId => IdOf(TraceParent);

    /// <summary>Starts a span that does not become current: many documents are accepted side by side.</summary>
    /// <param name="parent">The fetch that began the document's trace; none for a trace that begins here.</param>
    public static DocumentTrace Start(string name, Guid documentId, ActivityContext parent, params IEnumerable<ActivityContext> causes)
    {
        var outer = Activity.Current;
        Activity.Current = null;
        var activity = ActivitySources.Fetcher.StartActivity(name, ActivityKind.Internal, parent,
            links: causes.Where(cause => cause != default).Select(cause => new ActivityLink(cause)));
        Activity.Current = outer;
        activity?.SetTag("dateline.document.id", documentId);
        return new DocumentTrace(activity, activity?.Id ?? Unsampled());
    }

    /// <summary>The trace id inside a W3C trace context.</summary>
    public static string IdOf(string traceParent) => traceParent.Split('-')[1];

    public void Dispose()
    {
        var outer = Activity.Current;
        activity?.Dispose();
        Activity.Current = outer;
    }

    /// <summary>Nobody listens; the ids still name the run in ledger and logs.</summary>
    private static string Unsampled() => $"00-{ActivityTraceId.CreateRandom().ToHexString()}-{ActivitySpanId.CreateRandom().ToHexString()}-00";
}
