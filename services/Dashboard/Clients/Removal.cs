namespace Dateline.Dashboard.Clients;

/// <summary>An entry of the takedown log.</summary>
/// <param name="Kind">id, source, url or retention.</param>
/// <param name="Articles">How many were removed.</param>
public sealed record Removal(Guid Id, DateTimeOffset At, string By, string Kind, string Selection, string Reason, int Articles);
