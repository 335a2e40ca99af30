using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Dateline.Telemetry;

/// <summary>
/// Keeps every trace that begins with work of ours. A database or HTTP call without a parent is a background loop looking for
/// work, many times a minute: it would bury the articles' traces.
/// </summary>
internal sealed class RootSpanSampler : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        new(samplingParameters.Kind == ActivityKind.Client ? SamplingDecision.Drop : SamplingDecision.RecordAndSample);
}
