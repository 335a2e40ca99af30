namespace Dateline.Dashboard.Clients;

/// <summary>The feeds that are polled.</summary>
public sealed record SourceList(IReadOnlyList<Source> Items);
