namespace Dateline.Dashboard.Journeys;

/// <summary>A mark on a waterfall's axis; its place in per cent.</summary>
public sealed record WaterfallTick(double Ms, double Left);
