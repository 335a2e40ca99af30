using Dateline.Dashboard.Clients;

namespace Dateline.Dashboard.Journeys;

/// <summary>One hop in a waterfall: when it began, and where its bars lie, in per cent of the whole.</summary>
public sealed record WaterfallRow(Hop Hop, double StartMs, double WaitMs, double WaitLeft, double WaitWidth, double Left, double Width);
